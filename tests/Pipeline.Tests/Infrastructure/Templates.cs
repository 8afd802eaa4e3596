using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure;

/// <summary>The templates of infra/ and host.json: as they are, or with an error planted in a copy in memory.</summary>
internal sealed class Templates
{
    /// <summary>The file in which every part is switched on.</summary>
    public const string Everything = "everything.bicepparam";

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly Dictionary<string, BicepFile> _files = new(StringComparer.Ordinal);

    private Templates(IReadOnlyDictionary<string, string> texts) => _texts = texts;

    public static Templates OfRepository { get; } = new(ReadAll());

    /// <summary>The paths of all templates, below infra/.</summary>
    public IEnumerable<string> Paths => _texts.Keys.Where(path => path.EndsWith(".bicep", StringComparison.Ordinal));

    /// <summary>The paths of the parameter files.</summary>
    public IEnumerable<string> ParameterFiles => _texts.Keys.Where(path => path.EndsWith(".bicepparam", StringComparison.Ordinal));

    public string HostJson => _texts["host.json"];

    /// <summary>A copy in which a text is replaced; it must stand there exactly once.</summary>
    public Templates With(string path, string text, string replacement)
    {
        Assert.Equal(2, _texts[path].Split(text).Length);
        return new(new Dictionary<string, string>(_texts, StringComparer.Ordinal)
        {
            [path] = _texts[path].Replace(text, replacement, StringComparison.Ordinal),
        });
    }

    public bool Has(string path) => _texts.ContainsKey(path);

    public BicepFile File(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            _files[path] = file = _texts.TryGetValue(path, out var text)
                ? BicepFile.Read(path, text)
                : throw new BicepException($"There is no file {path} in infra/.");
        }

        return file;
    }

    /// <summary>What would be deployed with a parameter file.</summary>
    public ModuleRun Deploy(string parameterFile)
    {
        var file = File(parameterFile);
        var scope = new BicepScope(file);
        return new ModuleRun(
            this,
            "main.bicep",
            new(file.Variables.Select(variable => KeyValuePair.Create(variable.Name, BicepEvaluator.Evaluate(variable.Value!, scope)))));
    }

    private static Dictionary<string, string> ReadAll()
    {
        var root = Repository.Path("infra");
        var texts = Directory.EnumerateFiles(root, "*.bicep*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam")
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), ReadAllText, StringComparer.Ordinal);
        texts[Everything] = Repository.Read($"tests/Pipeline.Tests/Infrastructure/{Everything}");
        texts["host.json"] = Repository.Read("host.json");
        return texts;

        static string ReadAllText(string path) => System.IO.File.ReadAllText(path);
    }
}
