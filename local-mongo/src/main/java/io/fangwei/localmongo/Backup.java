package io.fangwei.localmongo;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** All data of a store in one file: a zip with a list of what it holds, each with its SHA-256. */
final class Backup {

    private static final String LIST = "sha256.txt";
    private static final String NAME = "[A-Za-z0-9._-]+";

    private Backup() {}

    // ---- out

    /** Packs the files of a folder; the file is there as a whole or not at all. */
    static void pack(Path folder, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new IllegalStateException("The file " + file + " exists already.");
        }
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (var out = Files.newOutputStream(partial);
                    var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED);
                writeAll(folder, zip);
            }
            Folders.sync(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void writeAll(Path folder, ZipOutputStream zip) throws IOException {
        var list = new StringBuilder();
        for (Path each : Folders.filesIn(folder)) {
            zip.putNextEntry(new ZipEntry(each.getFileName().toString()));
            var digest = sha256();
            try (var content = new DigestInputStream(Files.newInputStream(each), digest)) {
                content.transferTo(zip);
            }
            zip.closeEntry();
            list.append(hex(digest)).append("  ").append(each.getFileName()).append('\n');
        }
        zip.putNextEntry(new ZipEntry(LIST));
        zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    // ---- back

    /** Looks at every byte before the first is written; a folder that could not be filled is empty again. */
    static void unpack(Path file, Path folder, String name) {
        try (var zip = new ZipFile(file.toFile())) {
            var hashes = list(zip);
            for (Map.Entry<String, String> each : hashes.entrySet()) {
                copy(zip, each.getKey(), each.getValue(), OutputStream.nullOutputStream());
            }
            Folders.refuseUnlessEmpty(folder);
            var unfinished = Files.createDirectory(Folders.unfinishedIn(folder));
            try {
                for (Map.Entry<String, String> each : hashes.entrySet()) {
                    extract(zip, each, unfinished.resolve(each.getKey()));
                }
                Folders.sync(unfinished);
                Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                Folders.sync(folder);
            } finally {
                Folders.delete(unfinished);
            }
        } catch (ZipException | EOFException e) {
            throw damaged(file.getFileName().toString(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(ZipFile zip, Map.Entry<String, String> each, Path target) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            copy(zip, each.getKey(), each.getValue(), out);
        }
        Folders.sync(target);
    }

    private static Map<String, String> list(ZipFile zip) throws IOException {
        var entry = zip.getEntry(LIST);
        if (entry == null) {
            throw damaged(zip.getName(), "it is no backup of this server");
        }
        var hashes = new TreeMap<String, String>();
        try (var content = zip.getInputStream(entry)) {
            new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var parts = line.split("  ", 2);
                hashes.put(parts[parts.length - 1], parts[0]);
            });
        }
        var held = zip.stream()
                .map(ZipEntry::getName)
                .filter(each -> !each.equals(LIST))
                .collect(Collectors.toSet());
        if (!held.equals(hashes.keySet()) || !held.stream().allMatch(each -> each.matches(NAME))) {
            throw damaged(zip.getName(), "it does not hold what its list says");
        }
        return hashes;
    }

    private static void copy(ZipFile zip, String name, String hash, OutputStream out) throws IOException {
        var digest = sha256();
        try (var content = new DigestInputStream(zip.getInputStream(zip.getEntry(name)), digest)) {
            content.transferTo(out);
        }
        if (!hex(digest).equals(hash)) {
            throw damaged(zip.getName(), name + " is not what was saved");
        }
    }

    private static IllegalStateException damaged(String file, String why) {
        return new IllegalStateException("The backup " + file + " cannot be restored: " + why + ".");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
