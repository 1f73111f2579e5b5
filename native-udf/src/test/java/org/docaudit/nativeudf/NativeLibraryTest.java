package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the library comes from, and what is said where it does not come. */
class NativeLibraryTest {

  @TempDir Path folder;

  /** The places in their order, below the folder of the test. */
  private Properties places() {
    Properties properties = new Properties();
    properties.setProperty(NativeLibrary.FOLDER_PROPERTY, folder + "/own");
    properties.setProperty("java.io.tmpdir", folder + "/tmp");
    properties.setProperty("user.home", folder + "/home");
    properties.setProperty("user.dir", folder + "/work");
    return properties;
  }

  private URL resource(String content) throws IOException {
    return Files.writeString(folder.resolve("resource.so"), content).toUri().toURL();
  }

  private static String message(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(NativeUnavailableException.class, executable).getMessage();
  }

  @Test
  void unpacksIntoTheFirstPlaceThatLoads() throws Exception {
    List<String> tried = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    NativeLibrary.FileLoader third =
        file -> {
          tried.add(folder.relativize(Path.of(file).getParent()).toString());
          contents.add(read(file));
          if (tried.size() < 3) {
            throw new UnsatisfiedLinkError(file + ": failed to map segment from shared object");
          }
        };
    URL resource = resource("library");
    assertEquals(resource.toString(), NativeLibrary.find(places(), resource, third));
    assertEquals(List.of("own", "tmp", "home/.cache/docaudit"), tried);
    assertEquals(List.of("library", "library", "library"), contents);
    assertEquals(List.of(folder.resolve("resource.so")), files());
  }

  @Test
  void saysOfEveryPlaceWhyItDoesNotDo() throws Exception {
    Files.writeString(folder.resolve("own"), "a file where a folder should be");
    NativeLibrary.FileLoader none =
        file -> {
          throw new UnsatisfiedLinkError(file + ": failed to map segment from shared object");
        };
    String message = message(() -> NativeLibrary.find(places(), resource("library"), none));
    String noexec = ": failed to map segment from shared object";
    assertTrue(message.contains(folder + "/own: cannot write there ("), message);
    for (String place : List.of("tmp", "home/.cache/docaudit", "work")) {
      assertTrue(message.contains(folder + "/" + place + noexec), message);
    }
    assertEquals(List.of(folder.resolve("own"), folder.resolve("resource.so")), files());
  }

  @Test
  void aCorruptLibraryIsRefusedByTheLinker() throws Exception {
    URL corrupt = resource("\u007fELF, but nothing else");
    String message = message(() -> NativeLibrary.find(places(), corrupt, System::load));
    assertTrue(message.contains("file too short"), message);
  }

  @Test
  void aPlatformWithoutLibraryIsNamed() {
    String message = message(() -> NativeLibrary.find(places(), null, System::load));
    assertEquals("this build has no native library for " + NativePlatform.name(), message);
  }

  @Test
  void theFileOfThePropertyComesAloneAndFirst() throws Exception {
    Properties properties = places();
    Path file = Files.writeString(folder.resolve("explicit.so"), "library");
    properties.setProperty(NativeLibrary.LIBRARY_PROPERTY, file.toString());
    List<String> loaded = new ArrayList<>();
    assertEquals(file.toString(), NativeLibrary.find(properties, null, loaded::add));
    assertEquals(List.of(file.toString()), loaded);
    assertTrue(Files.exists(file));

    String corrupt = message(() -> NativeLibrary.find(properties, null, System::load));
    assertTrue(corrupt.startsWith("cannot load ") && corrupt.contains("file too short"), corrupt);

    properties.setProperty(NativeLibrary.LIBRARY_PROPERTY, folder + "/missing.so");
    assertEquals(
        "docaudit.native.library names " + folder + "/missing.so, which is no file",
        message(() -> NativeLibrary.find(properties, null, System::load)));
  }

  @Test
  void anotherAbiIsRefused() throws Exception {
    NativeLibrary.checkAbi(NativeKernel.ABI, "lib");
    assertEquals(
        "lib is of another version: its ABI is 99, not " + NativeKernel.ABI,
        message(() -> NativeLibrary.checkAbi(99, "lib")));
  }

  @Test
  void theLibraryOfThisBuildLoadsAndHasTheAbi() throws Exception {
    assertEquals(BuiltLibrary.resource().toString(), NativeLibrary.load());
    assertEquals(NativeLibrary.load(), NativeLibrary.load());
    assertEquals(NativeKernel.ABI, NativeKernel.abi());
  }

  @Test
  void twoClassLoadersHaveALibraryEach() throws Throwable {
    BuiltLibrary.resource();
    List<byte[]> documents = Documents.generated(1);
    byte[] here = Documents.bytes(NativeAnalyzer.create(Documents.LIMITS).analyze(documents));
    try (IsolatedKernel one = new IsolatedKernel("");
        IsolatedKernel other = new IsolatedKernel("")) {
      assertArrayEquals(here, one.analyze(documents));
      assertArrayEquals(here, other.analyze(documents));
    }
  }

  @Test
  void platformsHaveNames() {
    assertEquals("linux-x86_64", NativePlatform.name("Linux", "amd64"));
    assertEquals("macos-aarch64", NativePlatform.name("Mac OS X", "aarch64"));
    assertEquals("windows-x86_64", NativePlatform.name("Windows 11", "AMD64"));
    assertFalse(NativePlatform.name().isEmpty());
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
