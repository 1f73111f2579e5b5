package org.docaudit.nativeudf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What there is to say of the library of this process.
 *
 * @param loaded where it came from
 * @param abi the number of its interface
 * @param version of the kernel
 * @param instructions what it uses of this CPU, as detected while it runs, by kind of work
 */
public record NativeDescription(
    NativeLibrary.Loaded loaded, int abi, String version, Map<String, String> instructions) {

  public NativeDescription {
    instructions = Collections.unmodifiableMap(new LinkedHashMap<>(instructions));
  }

  /**
   * Asks the library, and loads it before.
   *
   * @throws NativeUnavailableException where it cannot be loaded
   */
  public static NativeDescription read() throws NativeUnavailableException {
    NativeLibrary.Loaded loaded = NativeLibrary.load();
    try {
      return of(loaded, NativeKernel.abi(), new String(NativeKernel.description(), US_ASCII));
    } catch (NativeException e) {
      throw new NativeUnavailableException("the library does not answer: " + e.getMessage(), e);
    }
  }

  static NativeDescription of(NativeLibrary.Loaded loaded, int abi, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines().map(line -> line.split(": ", 2)).forEach(line -> values.put(line[0], line[1]));
    String version = values.remove("version");
    return new NativeDescription(loaded, abi, String.valueOf(version), values);
  }
}
