using System.Reflection;

namespace Pipeline.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] Rooms = ["Capture", "Scoring", "Transcripts", "Suggestions", "Routing", "Delivery", "Sweep", "Quality", "Protection"];

    // What every room may know besides itself: the records that travel, the ports, and the few words of the flow in the root.
    private static readonly string[] Shared =
    [
        "Pipeline.Messages", "Pipeline.Ports", "Pipeline.IStage`2", "Pipeline.StageResult`1", "Pipeline.Nothing", "Pipeline.Entities",
        "Pipeline.ITimerJob", "Pipeline.PipelineTelemetry",
    ];

    [Fact]
    public void The_domain_references_no_host_no_storage_and_no_cloud()
    {
        var references = typeof(ConversationFlow).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(references, name => name.StartsWith("Azure", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    public static TheoryData<string> RoomNames => [.. Rooms];

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_knows_only_itself_the_messages_and_the_ports(string room)
    {
        var folder = Path.Combine(SourceFolder(), "Pipeline", room);
        var strangers = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(entry => entry.line.StartsWith("using Pipeline", StringComparison.Ordinal))
            .Select(entry => (entry.file, name: entry.line["using ".Length..].TrimEnd(';', ' ')))
            .Where(entry => entry.name is not ("Pipeline.Messages" or "Pipeline.Ports")
                && !entry.name.StartsWith($"Pipeline.{room}", StringComparison.Ordinal))
            .Select(entry => $"{Path.GetFileName(entry.file)}: {entry.name}");

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_records_and_ports_know_no_room()
    {
        var wrong = typeof(ConversationFlow).Assembly.GetTypes()
            .Where(type => type.Namespace is "Pipeline.Messages" or "Pipeline.Ports")
            .SelectMany(type => Mentioned(type).Select(mentioned => (type, mentioned)))
            .Where(pair => pair.mentioned.Assembly == typeof(ConversationFlow).Assembly && !pair.mentioned.IsGenericParameter)
            .Where(pair => !Shared.Any(shared => (pair.mentioned.FullName ?? "").StartsWith(shared, StringComparison.Ordinal)))
            .Select(pair => $"{pair.type.FullName} mentions {pair.mentioned.FullName}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_are_short()
    {
        var lengths = Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Select(file => File.ReadLines(file).Count())
            .Order()
            .ToList();

        Assert.True(lengths[lengths.Count / 2] < 120, $"The median file has {lengths[lengths.Count / 2]} lines.");
        Assert.True(lengths[^1] <= 400, $"The longest file has {lengths[^1]} lines.");
    }

    [Fact]
    public void No_regular_expression_of_the_product_backtracks()
    {
        // What people write could make one that does run for years. A generated one always does: its engine has no other way.
        var wrong = Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(entry => entry.line.Contains("GeneratedRegex", StringComparison.Ordinal)
                || entry.line.Contains("Regex.", StringComparison.Ordinal)
                || (entry.line.Contains("Regex", StringComparison.Ordinal) && entry.line.Contains("new", StringComparison.Ordinal)
                    && !entry.line.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal)))
            .Select(entry => $"{Path.GetFileName(entry.file)}: {entry.line.Trim()}");

        Assert.Empty(wrong);
    }

    private static IEnumerable<Type> Mentioned(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .SelectMany(member => member switch
        {
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            _ => Enumerable.Empty<Type>(),
        })
        .SelectMany(mentioned => mentioned.IsGenericType ? mentioned.GetGenericArguments().Append(mentioned) : [mentioned]);

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return Path.Combine(folder.FullName, "src");
            }
        }

        throw new DirectoryNotFoundException($"No Pipeline.sln above {AppContext.BaseDirectory}.");
    }
}
