package org.docaudit.read;

/**
 * An object of a store.
 *
 * @param uri as {@link ObjectStore#open} takes it; ends in {@code /} where it stands for a folder
 * @param bytes its size
 * @param modifiedMillis last modification in milliseconds of the epoch; 0 where the store has none
 */
public record StoredObject(String uri, long bytes, long modifiedMillis) {}
