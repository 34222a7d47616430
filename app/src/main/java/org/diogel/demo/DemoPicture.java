package org.diogel.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.diogel.demo.Partnership.Step;
import org.diogel.evidence.Evidence;
import org.diogel.evidence.NewFile;
import org.diogel.report.Ticket;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// A picture that somebody of the demonstration sends: a car in the dark, drawn here and of nobody.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
class DemoPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    private final Evidence evidence;

    DemoPicture(Evidence evidence) {
        this.evidence = evidence;
    }

    void add(Ticket ticket, Step step) {
        evidence.add(
                        ticket,
                        new NewFile(step.said("words"), false, true),
                        new ByteArrayInputStream(drawn()),
                        step.said("note"))
                .ifPresent(
                        why -> {
                            throw new IllegalStateException("The picture was not taken: " + why);
                        });
    }

    private static byte[] drawn() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x1d2b3f));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x2c3136));
        pen.fillRect(0, 270, WIDTH, HEIGHT - 270);
        pen.setColor(new Color(0x8c2f39));
        pen.fillRoundRect(150, 210, 340, 80, 40, 40);
        pen.fillRoundRect(215, 150, 200, 90, 60, 60);
        pen.setColor(new Color(0x0c1118));
        pen.fillRoundRect(232, 165, 166, 50, 30, 30);
        pen.fillOval(190, 255, 70, 70);
        pen.fillOval(380, 255, 70, 70);
        pen.setColor(new Color(0xffe9a8));
        pen.fillOval(470, 228, 24, 24);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
