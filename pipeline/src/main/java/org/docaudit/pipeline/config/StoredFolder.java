package org.docaudit.pipeline.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import org.docaudit.read.ObjectStore;
import org.docaudit.read.StoreUnavailableException;

/** A folder in an object store. Names cannot lead out of its bucket. */
public final class StoredFolder implements TextFolder {
  private final String bucket;
  private final String path;
  private final ObjectStore store;

  /**
   * @param location URI of the folder, which ends in {@code /}
   */
  public StoredFolder(String location, ObjectStore store) {
    int slash = location.indexOf('/', location.indexOf("://") + 3) + 1;
    this.bucket = location.substring(0, slash);
    this.path = location.substring(slash);
    this.store = store;
  }

  /**
   * @throws UncheckedIOException where the store does not answer, which says nothing of the file
   */
  @Override
  public String read(String name, String what) throws ConfigException {
    try {
      return TextFile.read(Channels.newInputStream(store.open(uri(name))), what);
    } catch (StoreUnavailableException e) {
      throw new UncheckedIOException(e);
    } catch (FileNotFoundException e) {
      throw new ConfigException(what + " does not exist", e);
    } catch (FileSystemException e) {
      throw new ConfigException(what + " cannot be read: " + e.getReason(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(what + " cannot be read: " + e, e);
    }
  }

  /** A store knows no {@code ..}: keys are taken as they are. */
  private String uri(String name) {
    String key = name.startsWith("/") ? "" : path;
    for (String segment : name.split("/", -1)) {
      if (segment.equals("..")) {
        key = key.substring(0, key.lastIndexOf('/', key.length() - 2) + 1);
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        key += segment + "/";
      }
    }
    return bucket + key.replaceFirst("/$", "");
  }
}
