package org.diogel.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/// Draws a picture anew: the dots, the right way up, and nothing else. Place, time, camera, name,
/// thumbnail and whatever is hidden behind the picture are left behind because they are never copied.
/// One picture at a time, so that memory stays within bounds.
@Component
class Copier {

    /// Dots of the copy at most; more are thinned out while decoding.
    private static final long MOST_DOTS = 16_000_000;

    private static final long MILLION = 1_000_000;
    private static final float QUALITY = 0.9f;

    private final long most;
    private final ReentrantLock one = new ReentrantLock();

    Copier(EvidenceSettings settings) {
        this.most = settings.megapixels() * MILLION;
    }

    /// A JPEG of the picture.
    ///
    /// @param kind one that is copied
    /// @param bare the picture's own parts alone
    /// @param orientation 1 to 8, as EXIF counts
    /// @throws Refused with BROKEN or PIXELS
    byte[] copy(FileKind kind, byte[] bare, int orientation) {
        one.lock();
        try {
            return written(turned(decoded(kind, bare), orientation));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused refused) {
                throw refused;
            }
            // Decoders throw all sorts of things at what is no picture.
            throw new Refused(Refusal.BROKEN);
        } finally {
            one.unlock();
        }
    }

    private BufferedImage decoded(FileKind kind, byte[] bare) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg").next();
        // In memory: the usual stream keeps what it has read in a temporary file.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare))) {
            reader.setInput(in, true, true);
            long dots = (long) reader.getWidth(0) * reader.getHeight(0);
            if (dots > most) {
                throw new Refused(Refusal.PIXELS);
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int thin = (int) Math.ceil(Math.sqrt((double) dots / MOST_DOTS));
            if (thin > 1) {
                how.setSourceSubsampling(thin, thin, 0, 0);
            }
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /// On white, in ordinary colours, the right way up.
    private static BufferedImage turned(BufferedImage from, int orientation) {
        int w = from.getWidth();
        int h = from.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage to =
                new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = to.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, to.getWidth(), to.getHeight());
        pen.drawImage(from, turn(orientation, w, h), null);
        pen.dispose();
        return to;
    }

    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
