package org.docaudit.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Both engines give equal facts for documents that a grammar makes. */
@AddLifecycleHook(GeneratedParityTest.NeedsLibrary.class)
class GeneratedParityTest {

  /** jqwik's own number, unless {@code -Djqwik.tries.default} says another. */
  private static final int FEWEST = 1_000;

  private static int compared;

  @Provide
  Arbitrary<byte[]> documents() {
    return GeneratedDocuments.bytes();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void documentsOfTheGrammar(@ForAll("documents") byte[] document) {
    EngineParity parity = new EngineParity();
    parity.compare("document", document);
    parity.assertEqual(1);
    compared++;
  }

  /** Batches of several, whose words are counted together. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void batches(@ForAll("documents") byte[] one, @ForAll("documents") byte[] other) {
    EngineParity parity = new EngineParity();
    parity.compare(Map.of("one", one, "other", other));
    parity.assertEqual(2);
    compared += 2;
  }

  @AfterContainer
  static void everyTryCompared() {
    assertTrue(compared >= 3 * FEWEST, () -> "compared only " + compared);
  }

  /** Skips where the build made no library. */
  static class NeedsLibrary implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return EngineParity.NATIVE ? SkipResult.doNotSkip() : SkipResult.skip("built without cargo");
    }
  }
}
