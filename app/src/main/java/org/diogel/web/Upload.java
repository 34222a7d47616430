package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.InputStream;
import java.util.Optional;

/// A file that is on its way and can be read once. Its name stays unread: it may say who she is, and
/// nothing depends on it.
public final class Upload {

    private final boolean chosen;
    private final MultipartReader reader;

    Upload(boolean chosen, MultipartReader reader) {
        this.chosen = chosen;
        this.reader = reader;
    }

    /// The file of this request; empty when none was chosen, or the page takes none.
    ///
    /// @throws UploadBroken when what came before it cannot be read
    public static Optional<Upload> of(HttpServletRequest request) {
        HttpServletRequest one = request;
        while (!(one instanceof UploadRequest)) {
            if (!(one instanceof HttpServletRequestWrapper wrapper)
                    || !(wrapper.getRequest() instanceof HttpServletRequest inner)) {
                return Optional.empty();
            }
            one = inner;
        }
        return Optional.ofNullable(((UploadRequest) one).upload()).filter(upload -> upload.chosen);
    }

    /// Its bytes as they come, to the end of the file.
    ///
    /// Reading throws [UploadBroken] when the connection ends before the file does.
    public InputStream open() {
        return new InputStream() {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int at, int most) {
                return most == 0 ? 0 : reader.read(into, at, most);
            }
        };
    }
}
