using System.Diagnostics;
using System.Text.Json;

namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>
/// Parses Bicep with tree-sitter, in a Node process that lives as long as the tests. Where Node or its modules are not there,
/// <see cref="Absence"/> says why.
/// </summary>
internal static class BicepParser
{
    private static readonly string Folder = Repository.Path("tests/Pipeline.Tests/Infrastructure/Bicep/parser");
    private static readonly Lock Turn = new();
    private static readonly Dictionary<string, BicepNode> Parsed = new(StringComparer.Ordinal);
    private static readonly Lazy<Process?> Node = new(Start);

    /// <summary>Why nothing can be parsed here; null when it can.</summary>
    public static string? Absence =>
        !Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? "The Bicep parser is not installed: npm ci --ignore-scripts --prefix tests/Pipeline.Tests/Infrastructure/Bicep/parser"
            : Node.Value is null ? "Node.js is not installed." : null;

    public static BicepNode Parse(string text)
    {
        lock (Turn)
        {
            if (!Parsed.TryGetValue(text, out var root))
            {
                var node = Node.Value ?? throw new InvalidOperationException(Absence);
                node.StandardInput.WriteLine(JsonSerializer.Serialize(text));
                node.StandardInput.Flush();
                var answer = node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Bicep parser ended.");
                using var json = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 1024 });
                Parsed[text] = root = BicepNode.Read(json.RootElement);
            }

            return root;
        }
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["parse.mjs"])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
