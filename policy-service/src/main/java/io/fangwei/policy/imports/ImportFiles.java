package io.fangwei.policy.imports;

import io.fangwei.kernel.files.Upload;

/** The files of all imports. */
public interface ImportFiles {

    /** Keeps a file of which the first row names the columns of its kind; refuses any other. */
    void keep(ImportKind kind, Upload upload);
}
