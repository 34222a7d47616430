package org.diogel;

public final class Diogel {
    private Diogel() {}

    public static void main(String[] args) {}
}
