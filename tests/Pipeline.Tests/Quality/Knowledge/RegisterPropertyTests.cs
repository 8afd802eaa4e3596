using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Tests.Quality.Knowledge;

/// <summary>Whatever the order of closes, reopenings, erasures and crashes: each miss is in exactly one question, and the rows are the same.</summary>
public sealed class RegisterPropertyTests
{
    private static readonly string[] Subjects =
    [
        "répéteur mesh appairage mise à jour", "facture roaming Andorre hors forfait", "portabilité numéro fixe professionnel refusée",
        "télécommande décodeur bouton rouge enregistrement", "antenne toit parabole copropriété accord",
    ];

    private static readonly string[] Turns = ["mon {0} pose souci", "bonjour, {0} svp ?", "{0} depuis lundi", "toujours {0} bloqué"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_register_is_a_function_of_the_closed_conversations(int seed)
    {
        var random = new Random(seed);
        var records = Enumerable.Range(0, 14).Select(number => Make(random, number)).ToList();
        var room = new KnowledgeRoom();
        var closed = new Dictionary<string, ConversationRecord>();
        for (var step = 0; step < 60; step++)
        {
            var record = records[random.Next(records.Count)];

            // Now and then a write fails once: whoever wrote starts again, as a redelivery does.
            var left = random.Next(4) == 0 ? random.Next(1, 5) : -1;
            room.Tables.BeforeApply = (_, _) =>
            {
                if (left >= 0 && left-- == 0)
                {
                    throw new StorageUnavailableException("The storage is gone for a moment.");
                }
            };
            if (random.Next(3) == 0)
            {
                await AgainAsync(() => room.ReopenAsync(record.Key));
                closed.Remove(record.Key);
            }
            else
            {
                await AgainAsync(() => room.CloseAsync(record));
                closed[record.Key] = record;
            }

            room.Tables.BeforeApply = null;
        }

        var fresh = new KnowledgeRoom();
        foreach (var record in closed.Values.OrderBy(record => record.Key, StringComparer.Ordinal))
        {
            await fresh.CloseAsync(record);
        }

        Assert.Equal(Rows(fresh.Tables), Rows(room.Tables));
        await HoldsEachMissOnceAsync(room, closed.Values);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Acts_in_between_lose_no_owner_and_each_miss_stays_in_exactly_one_question(int seed)
    {
        var random = new Random(seed);
        var records = Enumerable.Range(0, 14).Select(number => Make(random, number)).ToList();
        var room = new KnowledgeRoom();
        var (closed, owners) = (new Dictionary<string, ConversationRecord>(), new Dictionary<string, string>());
        for (var step = 0; step < 60; step++)
        {
            var record = records[random.Next(records.Count)];
            switch (random.Next(4))
            {
                case 0:
                    await room.ReopenAsync(record.Key);
                    closed.Remove(record.Key);
                    break;
                case 1 when await AllAsync(room) is { Count: > 0 } questions:
                    var question = questions[random.Next(questions.Count)];
                    var taken = await room.Get<QuestionDesk>().TakeAsync(question.Id, $"a-{step}", TestContext.Current.CancellationToken);
                    owners.TryAdd(question.Id, taken.Question?.Owner ?? owners[question.Id]);
                    break;
                default:
                    await room.CloseAsync(record);
                    closed[record.Key] = record;
                    break;
            }
        }

        await HoldsEachMissOnceAsync(room, closed.Values);
        Assert.All((await AllAsync(room)).Where(question => owners.ContainsKey(question.Id)), question => Assert.Equal(owners[question.Id], question.Owner));
        Assert.All((await AllAsync(room)).Where(question => question.Count > 0), question => Assert.NotNull(question.Wording));

        // What nobody has any more is in nobody's words: the register names no conversation that is gone.
        foreach (var record in records)
        {
            await room.ReopenAsync(record.Key);
        }

        Assert.DoesNotContain(Rows(room.Tables), row => row.Contains("demo~c-", StringComparison.Ordinal));
        Assert.Empty(await AllAsync(room));
    }

    [Fact]
    public async Task A_question_goes_by_other_words_while_those_it_was_founded_on_are_away_and_gets_them_back()
    {
        var room = new KnowledgeRoom();
        var (first, second) = (
            Closed.Record("c-1", [Closed.Customer("mon répéteur mesh perd appairage mise à jour")]),
            Closed.Record("c-2", [Closed.Customer("répéteur mesh appairage perdu mise à jour samedi")], at: Closed.Start.AddHours(1)));
        await room.CloseAsync(second);
        await room.CloseAsync(first);
        var question = Assert.Single(await AllAsync(room));
        await room.Get<QuestionDesk>().TakeAsync(question.Id, "dana", TestContext.Current.CancellationToken);

        await room.ReopenAsync(first.Key);
        var other = Assert.Single(await AllAsync(room));
        Assert.Equal((question.Id, "dana", 1, second.Transcript.Messages[0].Text), (other.Id, other.Owner, other.Count, other.Wording));

        await room.CloseAsync(first);
        var back = Assert.Single(await AllAsync(room));
        Assert.Equal((question.Id, "dana", 2, first.Transcript.Messages[0].Text), (back.Id, back.Owner, back.Count, back.Wording));
    }

    private static async Task HoldsEachMissOnceAsync(KnowledgeRoom room, IEnumerable<ConversationRecord> closed)
    {
        var rows = room.Get<QuestionRows>();
        List<string> held = [];
        foreach (var scope in await rows.ScopesAsync(TestContext.Current.CancellationToken))
        {
            held.AddRange((await rows.ReadAsync(scope, TestContext.Current.CancellationToken)).Groups
                .SelectMany(group => group.Sightings.Select(sighting => sighting.Id)));
        }

        Assert.Equal(closed.SelectMany(SuggestionMisses.In).Select(miss => miss.Id).Order(), held.Order());
        Assert.Equal(held.Count, (await AllAsync(room)).Sum(question => question.Count));
    }

    private static Task<IReadOnlyList<Question>> AllAsync(KnowledgeRoom room) =>
        room.Get<QuestionRegister>().ListAsync(new(), TestContext.Current.CancellationToken);

    private static async Task AgainAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (StorageUnavailableException)
        {
            await run();
        }
    }

    private static ConversationRecord Make(Random random, int number) => Closed.Record(
        $"c-{number}",
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Closed.Customer(string.Format(
                System.Globalization.CultureInfo.InvariantCulture, Turns[random.Next(Turns.Length)], Some(random, Subjects[random.Next(Subjects.Length)])))),
        ],
        intent: random.Next(2) == 0 ? "internet_trouble" : "billing_question",
        at: Closed.Start.AddMinutes(random.Next(0, 500)));

    // A subject without one of its words, now and then.
    private static string Some(Random random, string subject)
    {
        var words = subject.Split(' ').ToList();
        if (random.Next(2) == 0)
        {
            words.RemoveAt(random.Next(words.Count));
        }

        return string.Join(' ', words);
    }

    private static List<string> Rows(InMemoryTables tables) =>
    [
        .. tables.Dump().Where(entry => entry.Table == TableNames.Questions && entry.Row.PartitionKey != QuestionScope.Index)
            .Select(entry => $"{entry.Row.PartitionKey}|{entry.Row.RowKey}|{string.Join(';', entry.Row.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}")
            .Order(StringComparer.Ordinal),
    ];
}
