namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>Something a Bicep file declares by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The declaration.</param>
/// <param name="Decorators">The decorators above it, by name, with the arguments.</param>
internal sealed record Declaration(string Name, BicepNode Node, IReadOnlyDictionary<string, BicepNode> Decorators)
{
    /// <summary>What stands right of the equals sign; null for a parameter without a default.</summary>
    public BicepNode? Value =>
        Node.Children.SkipWhile(child => child is not { IsNamed: false, Type: "=" }).Skip(1).FirstOrDefault(child => child.IsNamed);

    /// <summary>The declared type of a parameter or output.</summary>
    public BicepNode? DeclaredType => Node.Named.FirstOrDefault(child => child.Type == "type");
}

/// <summary>A Bicep file, by what it declares.</summary>
internal sealed class BicepFile
{
    // The grammar knows no value given to a parameter (`param a = 1`); a variable is written alike.
    private const string GivenParameter = "param ";
    private const string AsVariable = "var   ";

    private readonly List<(string Kind, Declaration Declaration)> _declarations = [];

    private BicepFile(string path, BicepNode root)
    {
        Path = path;
        Root = root;
        BicepNode? decorators = null;
        foreach (var node in root.Named)
        {
            if (node.Type == "decorators")
            {
                decorators = node;
                continue;
            }

            var name = node.Named.FirstOrDefault(child => child.Type == "identifier")?.Text;
            if (name is not null)
            {
                _declarations.Add((node.Type, new(name, node, Read(decorators))));
            }

            decorators = null;
        }
    }

    /// <summary>Its path below infra/, with slashes.</summary>
    public string Path { get; }

    public BicepNode Root { get; }

    public IEnumerable<Declaration> Parameters => Of("parameter_declaration");

    public IEnumerable<Declaration> Variables => Of("variable_declaration");

    public IEnumerable<Declaration> Types => Of("type_declaration");

    public IEnumerable<Declaration> Resources => Of("resource_declaration");

    public IEnumerable<Declaration> Modules => Of("module_declaration");

    public IEnumerable<Declaration> Outputs => Of("output_declaration");

    /// <summary>The files that types are imported from, with the names.</summary>
    public IEnumerable<(string File, IReadOnlyList<string> Names)> Imports =>
        Root.Named.Where(node => node.Type == "import_functionality").Select(node => (
            node.Named.Single(child => child.Type == "string").Literal(),
            (IReadOnlyList<string>)[.. node.Named.Where(child => child.Type == "identifier").Select(child => child.Text)]));

    /// <summary>The template that a parameter file is for.</summary>
    public string? Using => Root.Named.FirstOrDefault(node => node.Type == "using_statement")?.Named.Single().Literal();

    public static BicepFile Read(string path, string text) => new(
        path,
        BicepParser.Parse(path.EndsWith(".bicepparam", StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(line =>
                line.StartsWith(GivenParameter, StringComparison.Ordinal) ? AsVariable + line[GivenParameter.Length..] : line))
            : text));

    /// <summary>The decorators of a node, by name.</summary>
    public static IReadOnlyDictionary<string, BicepNode> Read(BicepNode? decorators) =>
        (decorators?.Named ?? []).Select(decorator => decorator.Named.Single()).ToDictionary(
            call => call.Child("function")!.Text,
            call => call.Child("arguments")!,
            StringComparer.Ordinal);

    /// <summary>The path of a file that this one names.</summary>
    public string Resolve(string relative) => System.IO.Path
        .GetRelativePath("/", System.IO.Path.GetFullPath(System.IO.Path.Combine("/", System.IO.Path.GetDirectoryName(Path) ?? "", relative)))
        .Replace('\\', '/');

    public string At(BicepNode node) => $"{Path}({node.Line},{node.Column})";

    private IEnumerable<Declaration> Of(string kind) =>
        _declarations.Where(entry => entry.Kind == kind).Select(entry => entry.Declaration);
}
