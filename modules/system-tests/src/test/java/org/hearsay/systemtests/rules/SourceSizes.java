package org.hearsay.systemtests.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How large packages, files, methods and parameter lists are; the latter three as the compiler's
 * own parser reads them.
 */
final class SourceSizes {
  /** What is measured. */
  enum Kind {
    /** Lines of a file. */
    FILE(450),
    /** Lines of a method, from its annotations to its closing brace. */
    METHOD(60),
    /** Parameters of a constructor, or components of a record. */
    PARAMETERS(8),
    /** Files of a package's main code, its package-info apart. */
    PACKAGE(15);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** The largest that is allowed. */
    int most() {
      return most;
    }
  }

  /**
   * One measure.
   *
   * @param kind what was measured
   * @param name a package; or a file's name, a method as {@code Class.method}, or a class, without
   *     packages, so that an exception goes with a class that moves
   * @param size in the kind's unit
   * @param file where it stands
   */
  record Measure(Kind kind, String name, long size, Path file) {
    boolean isTooLarge() {
      return size > kind.most();
    }

    /** How an exception names it. */
    String key() {
      return kind + " " + name;
    }
  }

  private static final Pattern MAIN = Pattern.compile("[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\]");

  private SourceSizes() {}

  /** Measures files of Java source. */
  static List<Measure> of(List<Path> files) throws IOException {
    List<Measure> measures = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, positions, measures).scan(unit, null);
      }
    }
    return measures;
  }

  /** Measures the packages of which files of Java source are main code. */
  static List<Measure> ofPackages(List<Path> files) {
    Map<Path, Long> folders =
        files.stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .map(Path::getParent)
            .filter(folder -> MAIN.matcher(folder.toString()).find())
            .collect(Collectors.groupingBy(folder -> folder, TreeMap::new, Collectors.counting()));
    List<Measure> measures = new ArrayList<>();
    folders.forEach(
        (folder, count) -> {
          String name = MAIN.split(folder.toString(), 2)[1].replace(File.separatorChar, '.');
          measures.add(new Measure(Kind.PACKAGE, name, count, folder));
        });
    return measures;
  }

  /** Walks one file. */
  private static final class Scanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Measure> measures;
    private final Path file;
    private String inside = "";

    Scanner(CompilationUnitTree unit, SourcePositions positions, List<Measure> measures) {
      this.unit = unit;
      this.positions = positions;
      this.measures = measures;
      this.file = Path.of(unit.getSourceFile().toUri());
    }

    private void add(Kind kind, String name, long size) {
      measures.add(new Measure(kind, name, size, file));
    }

    private long lines(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree))
          - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree))
          + 1;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
      add(Kind.FILE, file.getFileName().toString(), text().lines().count());
      return super.visitCompilationUnit(tree, null);
    }

    private String text() {
      try {
        return unit.getSourceFile().getCharContent(true).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      String outer = inside;
      String name = tree.getSimpleName().toString();
      // A class without a name counts as a part of what it stands in.
      inside = name.isEmpty() ? outer : name;
      if (tree.getKind() == Tree.Kind.RECORD) {
        add(Kind.PARAMETERS, inside, tree.getMembers().stream().filter(this::isComponent).count());
      }
      super.visitClass(tree, null);
      inside = outer;
      return null;
    }

    /** The parser leaves a record's components among its members: its only fields not static. */
    private boolean isComponent(Tree member) {
      return member instanceof VariableTree variable
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      boolean constructor = tree.getName().contentEquals("<init>");
      String method = constructor ? inside : inside + "." + tree.getName();
      add(Kind.METHOD, method, lines(tree));
      if (constructor) {
        add(Kind.PARAMETERS, inside, tree.getParameters().size());
      }
      return super.visitMethod(tree, null);
    }
  }
}
