package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library of this build. Tests that need it are skipped only where the build made none. */
final class BuiltLibrary {

  private BuiltLibrary() {}

  /** Its resource. */
  static URL resource() {
    assumeTrue(Boolean.getBoolean("docaudit.test.native"), "built without cargo");
    URL resource = BuiltLibrary.class.getClassLoader().getResource(NativePlatform.resource());
    assertNotNull(resource, "the build should have made " + NativePlatform.resource());
    return resource;
  }

  /** The library with faults to order. */
  static Path withFaults() {
    resource();
    Path library = Path.of(System.getProperty("docaudit.test.faults"));
    assertTrue(Files.isRegularFile(library), () -> "the build should have made " + library);
    return library;
  }
}
