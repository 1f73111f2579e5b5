//! What goes wrong, and how it reaches Java: `org.docaudit.nativeudf.NativeException`.

use std::any::Any;
use std::fmt;

use docaudit_kernel::error::KernelError;
use jni::errors::ErrorPolicy;
use jni::objects::{JString, JThrowable, JValue};
use jni::{Env, jni_sig, jni_str};

use crate::panics;

/// Why a call has no result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The record is larger than a Java buffer.
    RecordTooLarge(KernelError),
    /// The input is not a batch of documents.
    MalformedBatch { bytes: usize },
    /// The arguments are not what `NativeKernel` passes.
    Arguments(&'static str),
    /// The JVM refused.
    Jni(jni::errors::Error),
}

/// The numbers of Java's `NativeException.Code`.
#[derive(Clone, Copy)]
#[repr(i32)]
enum Code {
    RecordTooLarge = 0,
    MalformedBatch = 1,
    Arguments = 2,
    Jni = 3,
    Panic = 4,
}

impl Failure {
    fn code(&self) -> Code {
        match self {
            Failure::RecordTooLarge(_) => Code::RecordTooLarge,
            Failure::MalformedBatch { .. } => Code::MalformedBatch,
            Failure::Arguments(_) => Code::Arguments,
            Failure::Jni(_) => Code::Jni,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::RecordTooLarge(error) => error.fmt(f),
            Failure::MalformedBatch { bytes } => {
                write!(f, "these {bytes} bytes are not a batch of documents")
            }
            Failure::Arguments(what) => f.write_str(what),
            Failure::Jni(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

impl From<KernelError> for Failure {
    fn from(error: KernelError) -> Self {
        match error {
            KernelError::RecordTooLarge => Failure::RecordTooLarge(error),
        }
    }
}

impl From<jni::errors::Error> for Failure {
    fn from(error: jni::errors::Error) -> Self {
        Failure::Jni(error)
    }
}

/// Throws a `NativeException` for every failure and every panic. Unlike the policies of the jni
/// crate it keeps the message of a formatted panic.
pub(crate) struct ThrowNativeException;

impl<T: Default> ErrorPolicy<T, Failure> for ThrowNativeException {
    type Captures<'unowned_env_local: 'native_method, 'native_method> = ();

    fn on_error<'unowned_env_local: 'native_method, 'native_method>(
        env: &mut Env<'unowned_env_local>,
        _captures: &mut (),
        failure: Failure,
    ) -> jni::errors::Result<T> {
        throw(env, failure.code(), &failure.to_string())
    }

    fn on_panic<'unowned_env_local: 'native_method, 'native_method>(
        env: &mut Env<'unowned_env_local>,
        _captures: &mut (),
        payload: Box<dyn Any + Send + 'static>,
    ) -> jni::errors::Result<T> {
        throw(env, Code::Panic, &panics::message(payload))
    }
}

fn throw<T: Default>(env: &mut Env<'_>, code: Code, message: &str) -> jni::errors::Result<T> {
    if !env.exception_check() {
        // FindClass asks the class loader of the class whose native method this is.
        let class = env.find_class(jni_str!("org/docaudit/nativeudf/NativeException"))?;
        let message = JString::from_str(env, message)?;
        let arguments = [JValue::Int(code as i32), JValue::Object(&message)];
        let exception = env.new_object(class, jni_sig!("(ILjava/lang/String;)V"), &arguments)?;
        let exception = env.cast_local::<JThrowable>(exception)?;
        // Answers that there is an exception now.
        let _ = env.throw(exception);
    }
    Ok(T::default())
}
