package org.docaudit.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.read.StoredObject;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Lists everything below a prefix. S3 gives 1,000 keys a request, and of one listing the next ones
 * only after those; so where there are more, folders are listed side by side. Small corpora, and
 * folders without folders, take as few requests as they can.
 */
final class PrefixListing {

  /** Requests at a time. A client of AWS keeps 50 connections. */
  private static final int REQUESTS = 16;

  /** Of more folders at one level a request each would cost more than it gains. */
  private static final int MAX_FOLDERS = 256;

  /** Asks for a page of a listing. */
  interface Pages {
    /**
     * Asks for one page.
     *
     * @param delimiter behind which keys are one prefix, or null for all keys
     * @param token of the page before, or null for the first one
     */
    ListObjectsV2Response page(String prefix, @Nullable String delimiter, @Nullable String token)
        throws IOException;
  }

  private final S3Uri uri;
  private final Pages pages;
  private final Queue<StoredObject> found = new ConcurrentLinkedQueue<>();

  PrefixListing(S3Uri uri, Pages pages) {
    this.uri = uri;
    this.pages = pages;
  }

  /** All objects, in any order. */
  List<StoredObject> run() throws IOException {
    ListObjectsV2Response first = pages.page(uri.key(), null, null);
    if (first.nextContinuationToken() == null) {
      add(first);
    } else {
      ForkJoinPool threads = new ForkJoinPool(REQUESTS);
      try {
        threads.invoke(task(uri.key(), first));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } finally {
        threads.shutdownNow();
      }
    }
    return new ArrayList<>(found);
  }

  private void add(ListObjectsV2Response page) {
    page.contents()
        .forEach(
            object ->
                found.add(
                    new StoredObject(
                        uri.of(object.key()),
                        object.size(),
                        object.lastModified().toEpochMilli())));
  }

  /**
   * Everything below one prefix.
   *
   * @param known the first page of all keys, where it was asked for already
   */
  private void below(String prefix, @Nullable ListObjectsV2Response known) {
    try {
      ListObjectsV2Response page = known == null ? pages.page(prefix, null, null) : known;
      if (!isWorthSplitting(prefix, page) || !split(prefix)) {
        addAll(prefix, page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ForkJoinTask<?> task(String prefix, @Nullable ListObjectsV2Response known) {
    return ForkJoinTask.adapt(() -> below(prefix, known));
  }

  /** Where folders wait already, more of them gain nothing; where keys alone come, none will. */
  private static boolean isWorthSplitting(String prefix, ListObjectsV2Response page) {
    return page.nextContinuationToken() != null
        && ForkJoinTask.getPool().getQueuedTaskCount() == 0
        && page.contents().stream()
            .anyMatch(object -> object.key().indexOf('/', prefix.length()) >= 0);
  }

  /** Lists folders side by side; false where there are none, or too many. */
  private boolean split(String prefix) throws IOException {
    ListObjectsV2Response level = pages.page(prefix, "/", null);
    List<CommonPrefix> folders = level.commonPrefixes();
    if (level.nextContinuationToken() != null
        || folders.isEmpty()
        || folders.size() > MAX_FOLDERS) {
      return false;
    }
    add(level);
    ForkJoinTask.invokeAll(folders.stream().map(folder -> task(folder.prefix(), null)).toList());
    return true;
  }

  private void addAll(String prefix, ListObjectsV2Response first) throws IOException {
    add(first);
    String next = first.nextContinuationToken();
    while (next != null) {
      ListObjectsV2Response page = pages.page(prefix, null, next);
      add(page);
      next = page.nextContinuationToken();
    }
  }
}
