//! The native method of `org.docaudit.benchmarks.NativeParts`.

use docaudit_kernel::batch::Part;
use jni::EnvUnowned;
use jni::objects::{JByteBuffer, JClass, JLongArray};
use jni::sys::jint;

use crate::native_exception::{Failure, ThrowNativeException};
use crate::native_kernel::{analyze, memory_of, read_limits};
use crate::panics;

/// In the order of Java's numbers.
const PARTS: [Part; 5] = [
    Part::Text,
    Part::Frequencies,
    Part::Hash,
    Part::Frontmatter,
    Part::Markdown,
];

/// `static native int analyze(int part, ByteBuffer batch, int length, ByteBuffer record, long[]
/// limits)`
///
/// As the method of the same name of `NativeKernel`, for one part.
///
/// # Safety
///
/// The same.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn Java_org_docaudit_benchmarks_NativeParts_analyze<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    part: jint,
    batch: JByteBuffer<'local>,
    length: jint,
    mut record: JByteBuffer<'local>,
    limits: JLongArray<'local>,
) -> jint {
    panics::keep_quiet();
    env.with_env(|env| {
        let part = usize::try_from(part)
            .ok()
            .and_then(|part| PARTS.get(part).copied())
            .ok_or(Failure::Arguments("there is no such part"))?;
        let limits = read_limits(env, &limits)?;
        // SAFETY: by the contract of this function.
        let (batch, record) = unsafe { memory_of(env, &batch, length, &mut record) }?;
        analyze(batch, record, |kernel, documents, record| {
            kernel.analyze_part(part, documents, &limits, record)
        })
    })
    .resolve::<ThrowNativeException>()
}
