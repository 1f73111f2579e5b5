package org.docaudit.read;

import java.io.Serializable;

/**
 * Something that the listing had to leave out against its will, such as an unreadable folder.
 *
 * @param path corpus path; a folder's ends in {@code /}, and the root's own may be empty
 * @param message one sentence for people, without the path
 */
public record ListingProblem(String path, String message) implements Serializable {}
