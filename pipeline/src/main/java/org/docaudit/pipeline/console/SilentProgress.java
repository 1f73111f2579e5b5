package org.docaudit.pipeline.console;

/** Shows nothing. */
final class SilentProgress implements Progress {
  @Override
  public void stage(String name) {}

  @Override
  public void listed(long documents, long bytes) {}

  @Override
  public void update(long documents, long bytes) {}

  @Override
  public void close() {}
}
