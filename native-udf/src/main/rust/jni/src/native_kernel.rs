//! The native methods of `org.docaudit.nativeudf.NativeKernel`.

use std::slice;

use docaudit_kernel::batch::{BatchAnalyzer, Part};
use docaudit_kernel::error::KernelError;
use docaudit_kernel::hash::{self, BLOCK};
use docaudit_kernel::limits::Limits;
use jni::objects::{JByteArray, JByteBuffer, JClass, JIntArray, JLongArray};
use jni::sys::jint;
use jni::{Env, EnvUnowned};

use crate::native_exception::{Failure, ThrowNativeException};
use crate::part_clock::PartClock;
use crate::{batch_input, idle_analyzers, native_description, panics};

/// The number of this interface. It changes with the signatures below, the packing of a batch, the
/// order of the limits, and the record's format.
const ABI: jint = 4;

/// How many limits Java passes.
const LIMITS: usize = 5;

/// `static native int abi()`
///
/// # Safety
///
/// Called by the JVM alone.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn Java_org_docaudit_nativeudf_NativeKernel_abi(
    _env: EnvUnowned<'_>,
    _class: JClass<'_>,
) -> jint {
    #[cfg(feature = "faults")]
    if crate::faults::another_abi() {
        return ABI + 1;
    }
    ABI
}

/// `static native byte[] description()`
///
/// # Safety
///
/// Called by the JVM alone.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn Java_org_docaudit_nativeudf_NativeKernel_description<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
) -> JByteArray<'local> {
    panics::keep_quiet();
    env.with_env(|env| -> Result<_, Failure> {
        Ok(env.byte_array_from_slice(native_description::text().as_bytes())?)
    })
    .resolve::<ThrowNativeException>()
}

/// `static native int analyze(ByteBuffer batch, int length, ByteBuffer record, long[] limits,
/// long[] partNanos)`
///
/// Answers the record's length; where the buffer is smaller nothing was written to it.
///
/// # Safety
///
/// Called by the JVM alone. Both buffers are direct, do not overlap, and nobody else touches them
/// until the call returns.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn Java_org_docaudit_nativeudf_NativeKernel_analyze<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    batch: JByteBuffer<'local>,
    length: jint,
    mut record: JByteBuffer<'local>,
    limits: JLongArray<'local>,
    part_nanos: JLongArray<'local>,
) -> jint {
    panics::keep_quiet();
    env.with_env(|env| {
        let limits = read_limits(env, &limits)?;
        if part_nanos.len(env)? != Part::COUNT {
            return Err(Failure::Arguments("not the number of parts"));
        }
        // SAFETY: by the contract of this function.
        let (batch, record) = unsafe { memory_of(env, &batch, length, &mut record) }?;
        let mut clock = PartClock::start();
        let length = analyze(batch, record, |kernel, documents, record| {
            kernel.analyze_measured(documents, &limits, record, &mut clock)
        })?;
        let nanos = clock.nanos().map(|nanos| nanos as i64);
        part_nanos.set_region(env, 0, &nanos)?;
        Ok(length)
    })
    .resolve::<ThrowNativeException>()
}

/// `static native void compress(int[] value, byte[] bytes, int offset, int blocks)`
///
/// # Safety
///
/// Called by the JVM alone.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn Java_org_docaudit_nativeudf_NativeKernel_compress<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    value: JIntArray<'local>,
    bytes: JByteArray<'local>,
    offset: jint,
    blocks: jint,
) {
    panics::keep_quiet();
    env.with_env(|env| compress(env, &value, &bytes, offset, blocks))
        .resolve::<ThrowNativeException>()
}

/// Copies a few blocks at a time: that costs little beside hashing them, and nothing holds up the
/// JVM's garbage collector.
fn compress(
    env: &Env<'_>,
    value: &JIntArray<'_>,
    bytes: &JByteArray<'_>,
    offset: jint,
    blocks: jint,
) -> Result<(), Failure> {
    const AT_A_TIME: usize = 64;
    let mut words = [0; 8];
    value.get_region(env, 0, &mut words)?;
    let mut hashed = words.map(i32::cast_unsigned);
    let mut rest = usize::try_from(blocks).map_err(|_| Failure::Arguments("blocks below 0"))?;
    let mut next = offset;
    let mut copy = [[0; BLOCK]; AT_A_TIME];
    while rest > 0 {
        let part = &mut copy[..rest.min(AT_A_TIME)];
        let flat = part.as_flattened_mut();
        // SAFETY: every byte is an i8 as well as a u8, and `flat` is not used meanwhile.
        let signed = unsafe { slice::from_raw_parts_mut(flat.as_mut_ptr().cast(), flat.len()) };
        bytes.get_region(env, next, signed)?;
        hash::compress(&mut hashed, part);
        rest -= part.len();
        // No array reaches so far that this saturates.
        next = next.saturating_add((part.len() * BLOCK) as jint);
    }
    value.set_region(env, 0, &hashed.map(u32::cast_signed))?;
    Ok(())
}

/// Reads a batch with `kernel`, and copies the record to `out` where there is room.
pub(crate) fn analyze(
    batch: &[u8],
    out: &mut [u8],
    kernel: impl FnOnce(&mut BatchAnalyzer, &[&[u8]], &mut Vec<u8>) -> Result<(), KernelError>,
) -> Result<jint, Failure> {
    #[cfg_attr(not(feature = "faults"), expect(unused_mut))]
    let mut documents = batch_input::documents(batch)?;
    #[cfg(feature = "faults")]
    crate::faults::inject(&mut documents)?;
    let needed = idle_analyzers::analyze(
        |analyzer, record| kernel(analyzer, &documents, record),
        |record| {
            if let Some(place) = out.get_mut(..record.len()) {
                place.copy_from_slice(record);
            }
            record.len()
        },
    )?;
    jint::try_from(needed).map_err(|_| KernelError::RecordTooLarge.into())
}

/// The bytes of a batch, and the room for its record.
///
/// # Safety
///
/// Both are the JVM's, and until the call into the library returns nobody else touches them.
pub(crate) unsafe fn memory_of<'call>(
    env: &Env<'_>,
    batch: &'call JByteBuffer<'_>,
    length: jint,
    record: &'call mut JByteBuffer<'_>,
) -> Result<(&'call [u8], &'call mut [u8]), Failure> {
    let batch = memory(env, batch)?;
    let record = memory(env, record)?;
    let length = usize::try_from(length)
        .ok()
        .filter(|&length| length <= batch.capacity)
        .ok_or(Failure::Arguments("the batch is longer than its buffer"))?;
    if overlap(&batch, &record) {
        return Err(Failure::Arguments("the two buffers overlap"));
    }
    // SAFETY: the JVM gave the address and the capacity of a buffer that the caller's frame holds
    // on to; it was zeroed when it was allocated, and by the contract of this function nobody
    // writes to it now.
    let batch = unsafe { slice::from_raw_parts(batch.address, length) };
    // SAFETY: the same, and it does not overlap with the batch.
    let record = unsafe { slice::from_raw_parts_mut(record.address, record.capacity) };
    Ok((batch, record))
}

/// The memory of a direct buffer.
struct Memory {
    address: *mut u8,
    capacity: usize,
}

fn memory(env: &Env<'_>, buffer: &JByteBuffer<'_>) -> Result<Memory, Failure> {
    Ok(Memory {
        address: env.get_direct_buffer_address(buffer)?,
        capacity: env.get_direct_buffer_capacity(buffer)?,
    })
}

fn overlap(one: &Memory, other: &Memory) -> bool {
    let end = |memory: &Memory| memory.address.addr() + memory.capacity;
    one.address.addr() < end(other) && other.address.addr() < end(one)
}

pub(crate) fn read_limits(env: &Env<'_>, limits: &JLongArray<'_>) -> Result<Limits, Failure> {
    if limits.len(env)? != LIMITS {
        return Err(Failure::Arguments("not the number of limits"));
    }
    let mut numbers = [0; LIMITS];
    limits.get_region(env, 0, &mut numbers)?;
    let positive = || Failure::Arguments("a limit is not a positive number");
    let large = |number: i64| u64::try_from(number).map_err(|_| positive());
    let small = |number: i64| u32::try_from(number).map_err(|_| positive());
    let [document, nesting, bytes, depth, nodes] = numbers;
    Ok(Limits {
        max_document_bytes: large(document)?,
        max_nesting: small(nesting)?,
        max_frontmatter_bytes: small(bytes)?,
        max_frontmatter_depth: small(depth)?,
        max_frontmatter_nodes: small(nodes)?,
    })
}
