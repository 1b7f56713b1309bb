/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.List;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Facts about a small platform, and bytecode that uses it rightly or wrongly. */
final class Sample
{
    static final Facts FACTS = Facts.parse(List.of(
        "# a comment",
        "## sample-api",
        "@Role",
        "@Whole",
        "public interface com.xpn.xwiki.Store<T extends java.lang.Comparable<T>> extends com.xpn.xwiki.Named {",
        "  public static final java.lang.String HINT = \"a \\\"b\\\"\";",
        "  public static final java.lang.String LATER;",
        "  public static final int SIZE = 42;",
        "  public static final long LONG = 121000000l;",
        "  public abstract T load(java.util.List<? extends T>, int...) throws java.io.IOException;",
        "  public default void close();",
        "}",
        "@Whole",
        "public interface com.xpn.xwiki.Named {",
        "  public abstract java.lang.String name();",
        "}",
        "public final class com.xpn.xwiki.Closed {",
        "  public com.xpn.xwiki.Closed(java.lang.String);",
        "}",
        "@Whole",
        "public abstract class com.xpn.xwiki.Base<K, V extends com.xpn.xwiki.Named> implements com.xpn.xwiki.Named {",
        "  public static com.xpn.xwiki.Base$Kind kind;",
        "  protected java.util.Map<K, V[]> map;",
        "  protected com.xpn.xwiki.Base(java.lang.String, long, boolean);",
        "  public final java.lang.String name();",
        "  public static <E extends java.lang.Exception> void check(K) throws E;",
        "  protected abstract int size();",
        "}",
        "public final class com.xpn.xwiki.Base$Kind extends java.lang.Enum<com.xpn.xwiki.Base$Kind> {",
        "  public static final com.xpn.xwiki.Base$Kind ONE;",
        "  public static com.xpn.xwiki.Base$Kind[] values();",
        "}",
        "class com.xpn.xwiki.Hidden {",
        "  public void touch();",
        "}"));

    private Sample()
    {
    }

    /** Writes a method's instructions. */
    interface Code
    {
        void write(MethodVisitor method);
    }

    /** @return the class {@code org.copsuite.xwiki.Wrong} with one method that does what is given */
    static Binding using(Code code)
    {
        ClassWriter writer = writer("java/lang/Object");
        method(writer, Opcodes.ACC_PUBLIC, "run", "()V", code);
        return Binding.of(writer.toByteArray());
    }

    static ClassWriter writer(String superclass, String... interfaces)
    {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "org/copsuite/xwiki/Wrong", null, superclass,
            interfaces);
        return writer;
    }

    static void method(ClassWriter writer, int access, String name, String descriptor, Code code)
    {
        MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        code.write(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
