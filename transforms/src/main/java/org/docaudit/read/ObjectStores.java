package org.docaudit.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The stores of the class path, by scheme: those of an {@link ObjectStoreProvider}, otherwise
 * Beam's file systems, for which {@code FileSystems.setDefaultPipelineOptions} must have been
 * called. Safe for threads.
 */
public final class ObjectStores {

  private static final Pattern URI =
      Pattern.compile("(?i)(?!file:)[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);

  /** Beam's file systems alone. */
  static final ObjectStores BEAM = new ObjectStores(Map.of());

  private final Map<String, ObjectStore> stores;
  private final ObjectStore other = new BeamStore();

  private ObjectStores(Map<String, ObjectStore> stores) {
    this.stores = stores;
  }

  /** Those that the options configure. */
  public static ObjectStores of(PipelineOptions options) {
    Map<String, ObjectStore> stores = new HashMap<>();
    for (ObjectStoreProvider provider : providers()) {
      stores.put(provider.scheme(), provider.open(options));
    }
    return new ObjectStores(stores);
  }

  /** What the providers want Beam's options to be, unless the user wants something else. */
  public static List<String> defaultArguments() {
    return providers().stream()
        .flatMap(provider -> provider.get().defaultArguments().stream())
        .toList();
  }

  /** A cluster has the jars of stores and this one in the same loader. */
  private static ServiceLoader<ObjectStoreProvider> providers() {
    return ServiceLoader.load(ObjectStoreProvider.class, ObjectStores.class.getClassLoader());
  }

  /** Whether a text is a URI of another file system than the local one. */
  public static boolean isRemote(String text) {
    return URI.matcher(text).matches();
  }

  /** The store that a URI belongs to. */
  public ObjectStore at(String uri) {
    String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
    return stores.getOrDefault(scheme.toLowerCase(Locale.ROOT), other);
  }
}
