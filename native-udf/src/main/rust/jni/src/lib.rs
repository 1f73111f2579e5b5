//! The kernel behind Java's `org.docaudit.nativeudf.NativeKernel`.
//!
//! One module for each Java class that has a counterpart here. An export is a shell: it takes what
//! the JVM hands over, calls an inner function that returns a `Result`, and resolves that under
//! [`native_exception::ThrowNativeException`], so that every error and every panic becomes one Java
//! exception. This crate has all unsafe code of the workspace.

#![deny(missing_docs)]
#![deny(unsafe_op_in_unsafe_fn)]

// One instruction too new ends the JVM with SIGILL.
#[cfg(all(target_arch = "x86_64", target_feature = "sse3"))]
compile_error!(
    "the library is for every x86-64 CPU and looks at run time for what a CPU has: \
     build it without -C target-cpu and -C target-feature"
);

mod batch_input;
mod idle_analyzers;
mod native_description;
mod native_exception;
mod native_kernel;
mod panics;
mod part_clock;

#[cfg(feature = "faults")]
mod faults;

#[cfg(feature = "parts")]
mod native_parts;
