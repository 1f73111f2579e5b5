/** Parquet without Hadoop and Avro, for packed corpora and for the tables of reports. */
package org.docaudit.parquet;
