package org.diogel.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;

/// A big value sealed in pieces, so that it can be written and read row by row. Every piece is a
/// sealed value of its own ([Aead]) whose associated data ends with its number and whether it is the
/// last: a piece that is missing, repeated, moved or from another value does not open, and a value
/// cut after any piece ends with one that is not the last.
public final class Pieces {

    /// Bytes of a piece before it is sealed; with its length it fills its padding exactly.
    public static final int SIZE = 256 * 1024 - 4;

    private Pieces() {}

    /// Takes one sealed piece. @see Vault#sealPieces
    @FunctionalInterface
    public interface Sink {
        void put(int number, byte[] sealed);
    }

    static void seal(byte[] key, byte[] context, byte[] whole, Sink sink) {
        if (whole.length == 0) {
            throw new IllegalArgumentException("Nothing to seal");
        }
        int last = (whole.length - 1) / SIZE;
        for (int number = 0; number <= last; number++) {
            int from = number * SIZE;
            byte[] piece = Arrays.copyOfRange(whole, from, Math.min(from + SIZE, whole.length));
            sink.put(number, Aead.seal(key, of(context, number, number == last), piece));
            Arrays.fill(piece, (byte) 0);
        }
    }

    static byte[] open(byte[] key, byte[] context, int size, Iterator<byte[]> sealed) {
        byte[] whole = new byte[size];
        int at = 0;
        for (int number = 0; number == 0 || sealed.hasNext(); number++) {
            if (!sealed.hasNext()) {
                throw new SealBroken();
            }
            byte[] next = sealed.next();
            byte[] piece = Aead.open(key, of(context, number, !sealed.hasNext()), next);
            if (piece.length > size - at) {
                throw new SealBroken();
            }
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
            Arrays.fill(piece, (byte) 0);
        }
        if (at != size) {
            throw new SealBroken();
        }
        return whole;
    }

    private static byte[] of(byte[] context, int number, boolean last) {
        return ByteBuffer.allocate(context.length + 5)
                .put(context)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
