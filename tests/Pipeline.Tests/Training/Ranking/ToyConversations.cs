using System.IO.Compression;
using System.Text.Json;

namespace Pipeline.Tests.Training.Ranking;

/// <summary>Invented conversations that follow a few scripts, with names and numbers drawn from a seed.</summary>
internal sealed class ToyConversations : IDisposable
{
    private static readonly (string Wish, string Question, string Answer, string Done)[] Scripts =
    [
        ("my parcel is late", "What is your parcel number?", "it is {0}", "Parcel {0} arrives tomorrow."),
        ("the lamp came broken", "Do you want another lamp or your money back?", "another one please", "A new lamp is on its way."),
        ("please close my account", "May I ask why you are leaving us?", "too expensive", "Your account is closed."),
        ("I want to book a visit", "On what day shall we come?", "on {1}", "A visit on {1} is booked."),
        ("my password does not work", "Did you get our mail with the link?", "no mail", "I sent the link once more."),
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Writes the three files that training reads.</summary>
    public void Write(int conversations = 80)
    {
        var random = new Random(3);
        foreach (var name in (string[])["star", "sgd", "cucom"])
        {
            using var stream = new GZipStream(System.IO.File.Create(File($"conv_{name}.train.jsonl.gz")), CompressionMode.Compress);
            using var writer = new StreamWriter(stream);
            for (var number = 0; number < conversations; number++)
            {
                writer.WriteLine(Conversation($"{name}-{number}", Scripts[number % Scripts.Length], random));
            }
        }
    }

    /// <summary>Writes lists to rank: after the wish of each script, its question among those of the others.</summary>
    public string WriteLists()
    {
        var file = File("lists.jsonl");
        System.IO.File.WriteAllLines(file, Scripts.Select((script, number) => JsonSerializer.Serialize(new
        {
            context = new[]
            {
                new { speaker = "customer", text = "hello" }, new { speaker = "agent", text = "Hello, what can I do for you?" },
                new { speaker = "customer", text = script.Wish + " today" },
            },
            candidates = Scripts.Select(other => other.Question).Concat(Scripts.Select(other => string.Format(null, other.Done, 7, "Monday"))),
            gold = number,
        })));
        return file;
    }

    private static string Conversation(string id, (string Wish, string Question, string Answer, string Done) script, Random random)
    {
        object?[] drawn = [random.Next(1000, 9999), Days[random.Next(Days.Length)]];
        (string Speaker, string Text)[] turns =
        [
            ("customer", "hello"), ("agent", "Hello, what can I do for you?"), ("customer", script.Wish), ("action", "looks it up"),
            ("agent", script.Question), ("customer", string.Format(null, script.Answer, drawn)),
            ("agent", string.Format(null, script.Done, drawn)), ("customer", "thanks"), ("agent", "You are welcome."),
        ];
        return JsonSerializer.Serialize(new { id, turns = turns.Select(turn => new { speaker = turn.Speaker, text = turn.Text }) });
    }
}
