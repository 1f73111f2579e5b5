package org.docaudit.nativeudf;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.util.List;

/** The classes of this module in a class loader of their own, with a library of their own. */
final class IsolatedKernel implements AutoCloseable {

  private final URLClassLoader loader;
  private final Object analyzer;
  private final Method analyze;

  /**
   * @param library the file to load, or empty for the resource
   */
  IsolatedKernel(String library) throws Exception {
    URL classes = NativeKernel.class.getProtectionDomain().getCodeSource().getLocation();
    loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    String before = System.getProperty(NativeLibrary.LIBRARY_PROPERTY, "");
    System.setProperty(NativeLibrary.LIBRARY_PROPERTY, library);
    try {
      Class<?> type = loader.loadClass(NativeAnalyzer.class.getName());
      analyzer = type.getMethod("create", long[].class).invoke(null, (Object) Documents.LIMITS);
      analyze = type.getMethod("analyze", List.class);
    } finally {
      System.setProperty(NativeLibrary.LIBRARY_PROPERTY, before);
    }
  }

  /** The record; what the kernel throws is a class of the other loader. */
  byte[] analyze(List<byte[]> documents) throws Throwable {
    try {
      return Documents.bytes((ByteBuffer) analyze.invoke(analyzer, documents));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
