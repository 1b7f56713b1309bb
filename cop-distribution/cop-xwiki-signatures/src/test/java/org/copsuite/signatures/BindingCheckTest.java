/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import static org.assertj.core.api.Assertions.assertThat;

/** The check finds what would fail in a running XWiki; the wrong classes are made by ASM. */
class BindingCheckTest
{
    private static final String STORE = "com/xpn/xwiki/Store";

    private static final String BASE = "com/xpn/xwiki/Base";

    private static final String LOAD = "(Ljava/util/List;[I)Ljava/lang/Comparable;";

    private static List<String> check(Sample.Code code)
    {
        return BindingCheck.mismatches(Sample.FACTS, Sample.using(code));
    }

    private static List<String> check(ClassWriter writer)
    {
        return BindingCheck.mismatches(Sample.FACTS, Binding.of(writer.toByteArray()));
    }

    @Test
    void findsNothingInRightCode()
    {
        assertThat(check(code -> {
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, STORE, "load", LOAD, true);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, STORE, "name", "()Ljava/lang/String;", true);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, STORE, "close", "()V", true);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "name", "()Ljava/lang/String;", false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "hashCode", "()I", false);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, BASE, "check", "(Ljava/lang/Object;)V", false);
            code.visitFieldInsn(Opcodes.GETSTATIC, BASE, "kind", "Lcom/xpn/xwiki/Base$Kind;");
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "com/xpn/xwiki/Base$Kind", "ordinal", "()I", false);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "com/xpn/xwiki/Closed", "<init>", "(Ljava/lang/String;)V", false);
        })).isEmpty();
    }

    @Test
    void namesTheClassTheMemberAndTheFact()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEINTERFACE, STORE, "load",
            "(Ljava/util/List;)Ljava/lang/Comparable;", true))).singleElement().asString()
            .startsWith("org.copsuite.xwiki.Wrong uses com.xpn.xwiki.Store#load(Ljava/util/List;)Ljava/lang/Comparable;")
            .contains("public abstract T load(java.util.List<? extends T>, int...)");
    }

    @Test
    void findsAnotherResult()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "name", "()Ljava/lang/Object;", false)))
            .singleElement().asString().contains("public final java.lang.String name()");
    }

    @Test
    void findsAMemberThatIsNotThere()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "gone", "()V", false)))
            .singleElement().asString().contains("no member of that name");
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKESPECIAL, "com/xpn/xwiki/Closed", "<init>", "()V",
            false))).singleElement().asString().contains("com.xpn.xwiki.Closed(java.lang.String)");
    }

    @Test
    void findsAClassTakenForAnInterfaceAndTheOtherWayRound()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STORE, "close", "()V", false)))
            .singleElement().asString().contains("of a class: public interface com.xpn.xwiki.Store");
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEINTERFACE, BASE, "name", "()Ljava/lang/String;",
            true))).singleElement().asString().contains("of an interface: public abstract class com.xpn.xwiki.Base");
    }

    @Test
    void findsStaticTakenForNotStatic()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "check", "(Ljava/lang/Object;)V",
            false))).singleElement().asString().contains("as not static");
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, BASE, "name", "()Ljava/lang/String;", false)))
            .singleElement().asString().contains("as static");
        assertThat(check(code -> code.visitFieldInsn(Opcodes.GETFIELD, BASE, "kind", "Lcom/xpn/xwiki/Base$Kind;")))
            .singleElement().asString().contains("as not static");
    }

    @Test
    void findsWhatMayNotBeReached()
    {
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "size", "()I", false)))
            .singleElement().asString().contains("which it may not: protected abstract int size()");
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "com/xpn/xwiki/Hidden", "touch", "()V",
            false))).singleElement().asString().contains("which it may not: class com.xpn.xwiki.Hidden");
    }

    @Test
    void findsTypesThatTheFactsDoNotKnow()
    {
        assertThat(check(code -> code.visitTypeInsn(Opcodes.NEW, "com/xpn/xwiki/Unheard"))).singleElement().asString()
            .contains("names com.xpn.xwiki.Unheard");
        assertThat(check(code -> code.visitLdcInsn(Type.getObjectType("com/xpn/xwiki/Unheard")))).hasSize(1);
        assertThat(check(code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/String", "of",
            "(Lcom/xpn/xwiki/Unheard;)V", false))).hasSize(1);
    }

    @Test
    void findsAMethodReference()
    {
        assertThat(check(code -> code.visitLdcInsn(new Handle(Opcodes.H_INVOKEVIRTUAL, BASE, "gone", "()V", false))))
            .singleElement().asString().contains("Base#gone");
    }

    @Test
    void findsAnAbstractMethodThatIsNotImplemented()
    {
        ClassWriter writer = Sample.writer("java/lang/Object", STORE);
        Sample.method(writer, Opcodes.ACC_PUBLIC, "name", "()Ljava/lang/String;", code -> code.visitInsn(Opcodes.NOP));

        assertThat(check(writer)).singleElement().asString().contains("does not implement com.xpn.xwiki.Store#load");
    }

    @Test
    void takesAMethodOfASupertypeForImplemented()
    {
        ClassWriter writer = Sample.writer(BASE);
        Sample.method(writer, Opcodes.ACC_PROTECTED, "size", "()I", code -> code.visitInsn(Opcodes.NOP));

        assertThat(check(writer)).isEmpty();
    }

    @Test
    void findsAFinalMethodThatIsOverridden()
    {
        ClassWriter writer = Sample.writer(BASE);
        Sample.method(writer, Opcodes.ACC_PROTECTED, "size", "()I", code -> code.visitInsn(Opcodes.NOP));
        Sample.method(writer, Opcodes.ACC_PUBLIC, "name", "()Ljava/lang/String;", code -> code.visitInsn(Opcodes.NOP));

        assertThat(check(writer)).singleElement().asString().contains("overrides the final com.xpn.xwiki.Base#name")
            .contains("public final java.lang.String name()");
    }

    @Test
    void findsWhatMayNotBeExtended()
    {
        assertThat(check(Sample.writer("com/xpn/xwiki/Closed"))).anyMatch(line -> line.contains("extends a final class"));
        assertThat(check(Sample.writer("com/xpn/xwiki/Hidden"))).anyMatch(line -> line.contains("extends what it may not"));
        assertThat(check(Sample.writer("com/xpn/xwiki/Named"))).anyMatch(line -> line.contains("extends an interface"));
        assertThat(check(Sample.writer("java/lang/Object", "com/xpn/xwiki/Closed")))
            .anyMatch(line -> line.contains("implements a class")).anyMatch(line -> line.contains("@Whole"));
    }

    @Test
    void findsWhatCannotBeInjected()
    {
        assertThat(check(injecting("L" + STORE + ";", null))).singleElement().asString()
            .contains("injects port: it has 1 type parameters");
        assertThat(check(injecting("L" + STORE + ";", "L" + STORE + "<Ljava/lang/String;>;"))).isEmpty();
        assertThat(check(injecting("Ljavax/inject/Provider;", "Ljavax/inject/Provider<Lcom/xpn/xwiki/Closed;>;")))
            .singleElement().asString().contains("the facts call it no role");
    }

    private static ClassWriter injecting(String descriptor, String signature)
    {
        ClassWriter writer = Sample.writer("java/lang/Object");
        FieldVisitor field = writer.visitField(Opcodes.ACC_PRIVATE, "port", descriptor, signature, null);
        field.visitAnnotation("Ljavax/inject/Inject;", true).visitEnd();
        field.visitEnd();
        return writer;
    }

    @Test
    void findsAClassOfThePlatformAmongTheBindings()
    {
        byte[] stub = new StubWriter(Sample.FACTS).write(Sample.FACTS.type(BASE).orElseThrow());

        assertThat(BindingCheck.mismatches(Sample.FACTS, Binding.of(stub))).singleElement().asString()
            .contains("must not be shipped");
    }

    @Test
    void selectsTheFactsThatAreUsed()
    {
        Binding binding = Sample.using(code -> {
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, STORE, "name", "()Ljava/lang/String;", true);
            code.visitFieldInsn(Opcodes.GETSTATIC, BASE, "kind", "Lcom/xpn/xwiki/Base$Kind;");
        });
        List<String> lines = Selection.of(Sample.FACTS, binding, List.of());

        assertThat(lines).contains("## sample-api", "@Role", "  public abstract java.lang.String name();",
            "  public static com.xpn.xwiki.Base$Kind kind;", "  public static final com.xpn.xwiki.Base$Kind ONE;");
        assertThat(lines).noneMatch(line -> line.contains("load(") || line.contains("Closed") || line.equals("@Whole"));
        assertThat(BindingCheck.mismatches(Facts.parse(lines), binding)).isEmpty();
    }

    @Test
    void selectsConstantsThatLeaveNoTrace()
    {
        List<String> lines = Selection.of(Sample.FACTS, Sample.using(code -> code.visitInsn(Opcodes.NOP)),
            List.of("+com.xpn.xwiki.Store#SIZE"));

        assertThat(lines).contains("  public static final int SIZE = 42;").noneMatch(line -> line.contains("HINT"));
    }

    @Test
    void selectsAllOfWhatIsExtended()
    {
        ClassWriter writer = Sample.writer(BASE);
        Sample.method(writer, Opcodes.ACC_PROTECTED, "size", "()I", code -> code.visitInsn(Opcodes.NOP));
        Binding binding = Binding.of(writer.toByteArray());
        List<String> lines = Selection.of(Sample.FACTS, binding, List.of());

        assertThat(lines).contains("@Whole", "  public final java.lang.String name();");
        assertThat(BindingCheck.mismatches(Facts.parse(lines), binding)).isEmpty();
    }
}
