package org.docaudit.nativeudf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches through the library. The JVM checks every JNI call of these tests. */
class NativeAnalyzerTest {

  @BeforeEach
  void needsTheLibrary() {
    BuiltLibrary.resource();
  }

  @Test
  void theRecordNamesItsFormatAndCountsItsDocuments() throws Exception {
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    ByteBuffer record = analyzer.analyze(List.of(Documents.utf8("Hi\n"), new byte[0]));
    byte[] magic = new byte[4];
    record.get(magic);
    assertArrayEquals(Documents.utf8("DAKR"), magic);
    record.getShort();
    assertEquals(2, record.getInt());
    assertTrue(record.isReadOnly());
  }

  @Test
  void everyPartTakesTime() throws Exception {
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    byte[] document = Documents.utf8("---\ntitle: x\n---\n" + "# Words and more\n".repeat(5_000));
    analyzer.analyze(List.of(document));
    long[] nanos = analyzer.partNanos();
    assertEquals(NativeAnalyzer.PARTS, nanos.length);
    for (long part : nanos) {
      assertTrue(part > 0, Arrays.toString(nanos));
    }
    analyzer.analyze(List.of());
    long[] none = analyzer.partNanos();
    assertEquals(0, none[0] + none[1] + none[3] + none[4]);
  }

  @Test
  void noDocumentsAreABatch() throws Exception {
    assertEquals(0, NativeAnalyzer.create(Documents.LIMITS).analyze(List.of()).getInt(6));
  }

  @Test
  void aRecordLargerThanTheBufferIsMadeAgain() throws Exception {
    // The place of a link takes more bytes than the link itself.
    byte[] links = Documents.utf8("[a](b)\n\n".repeat(40_000));
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    byte[] first = Documents.bytes(analyzer.analyze(List.of(links)));
    assertTrue(first.length > links.length, () -> first.length + " bytes");
    assertArrayEquals(first, Documents.bytes(analyzer.analyze(List.of(links))));
  }

  @Test
  void batchesDoNotDependOnEachOther() throws Exception {
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    byte[] alone = Documents.bytes(analyzer.analyze(Documents.generated(5)));
    analyzer.analyze(List.of(new byte[DocumentBuffer.KEPT_BYTES + 1]));
    analyzer.analyze(Documents.generated(6));
    assertArrayEquals(alone, Documents.bytes(analyzer.analyze(Documents.generated(5))));
  }

  @Test
  void eightThreadsGetEqualRecords() throws Exception {
    List<byte[]> expected = new ArrayList<>();
    NativeAnalyzer analyzer = NativeAnalyzer.create(Documents.LIMITS);
    for (int seed = 0; seed < 50; seed++) {
      expected.add(Documents.bytes(analyzer.analyze(Documents.generated(seed))));
    }
    Callable<Integer> all =
        () -> {
          NativeAnalyzer own = NativeAnalyzer.create(Documents.LIMITS);
          for (int seed = 0; seed < 50; seed++) {
            byte[] record = Documents.bytes(own.analyze(Documents.generated(seed)));
            assertArrayEquals(expected.get(seed), record);
          }
          return 50;
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int compared = 0;
      for (Future<Integer> done : threads.invokeAll(java.util.Collections.nCopies(8, all))) {
        compared += done.get();
      }
      assertEquals(400, compared);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void argumentsThatAreNoneAreRefused() throws Exception {
    NativeLibrary.load();
    ByteBuffer record = direct(64);
    ByteBuffer batch = direct(8).putInt(1).putInt(7);
    assertFails(NativeException.Code.MALFORMED_BATCH, batch, 8, record, Documents.LIMITS);
    ByteBuffer empty = direct(4);
    assertFails(NativeException.Code.ARGUMENTS, empty, 5, record, Documents.LIMITS);
    assertFails(NativeException.Code.ARGUMENTS, empty, -1, record, Documents.LIMITS);
    assertFails(NativeException.Code.ARGUMENTS, record, 4, record, Documents.LIMITS);
    assertFails(NativeException.Code.ARGUMENTS, empty, 4, record, new long[4]);
    assertFails(NativeException.Code.ARGUMENTS, empty, 4, record, new long[] {1, -1, 1, 1, 1});
    assertFails(NativeException.Code.JNI, ByteBuffer.allocate(4), 4, record, Documents.LIMITS);
    assertNotEquals(0, NativeKernel.analyze(empty, 4, record, Documents.LIMITS, parts()));
  }

  @Test
  void panicsAndErrorsKeepTheirMessages() throws Throwable {
    Path library = Files.createTempFile("docaudit-faults", ".so");
    Files.copy(
        BuiltLibrary.withFaults(), library, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (IsolatedKernel kernel = new IsolatedKernel(library.toString())) {
      byte[] before = kernel.analyze(Documents.generated(3));
      assertFault(kernel, "fault:formatted-panic", "PANIC", "document 1 orders a panic (at ");
      assertFault(kernel, "fault:panic", "PANIC", "a document orders a panic (at ");
      assertFault(kernel, "fault:too-large", "RECORD_TOO_LARGE", "the record of this batch is ");
      assertArrayEquals(before, kernel.analyze(Documents.generated(3)));
    } finally {
      Files.delete(library);
    }
  }

  private static void assertFault(IsolatedKernel kernel, String order, String code, String message)
      throws ReflectiveOperationException {
    List<byte[]> documents = List.of(Documents.utf8("good"), Documents.utf8(order));
    Throwable thrown = assertThrows(Throwable.class, () -> kernel.analyze(documents));
    assertEquals(NativeException.class.getName(), thrown.getClass().getName());
    assertTrue(thrown.getMessage().startsWith(message), thrown::getMessage);
    assertEquals(code, thrown.getClass().getMethod("code").invoke(thrown).toString());
  }

  private static void assertFails(
      NativeException.Code code, ByteBuffer batch, int length, ByteBuffer record, long[] limits) {
    NativeException thrown =
        assertThrows(
            NativeException.class,
            () -> NativeKernel.analyze(batch, length, record, limits, parts()));
    assertEquals(code, thrown.code(), thrown::getMessage);
  }

  private static long[] parts() {
    return new long[NativeAnalyzer.PARTS];
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
