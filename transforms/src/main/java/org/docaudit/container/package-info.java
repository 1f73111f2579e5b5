/**
 * Packed corpora: JSON lines, Parquet, tar and zip files, compressed or not. {@link
 * org.docaudit.container.ContainerScanner} lists the members of one, {@link
 * org.docaudit.container.MemberReader} reads single ones. Both read streams; nothing is unpacked to
 * disk. Free of Beam.
 */
package org.docaudit.container;
