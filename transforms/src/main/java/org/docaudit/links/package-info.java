/**
 * What links point to and whether it is there, free of Beam: targets are taken apart, resolved to
 * paths in the corpus, and answered from the corpus' own index, bucket by bucket, never from the
 * file system. The verdicts are therefore the same on every machine and file system.
 */
package org.docaudit.links;
