/** S3 and what speaks its protocol, through the AWS SDK as Beam's options configure it. */
package org.docaudit.store.s3;
