package org.docaudit.read;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Opens the store of a scheme, for which Beam's own file system needs more requests than it should
 * or does not tell failures apart. Found by {@link java.util.ServiceLoader}.
 */
public interface ObjectStoreProvider {

  /** The scheme of its URIs, in lower case. */
  String scheme();

  /** Arguments for Beam's options, each of which holds unless the user gives that option. */
  List<String> defaultArguments();

  /** Opens the store without a request to it. */
  ObjectStore open(PipelineOptions options);
}
