using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;
using Pipeline.Replay;
using Pipeline.Routing;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Protection;

public sealed class ErasureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_of_a_person_goes_and_everything_of_others_stays(bool hasHashKey)
    {
        await using var path = await People.WorldAsync(services =>
            services.Configure<TranscriptOptions>(options => options.CustomerHashKey = hasHashKey ? "a key" : null));
        var before = await path.Transcripts.ReadAsync(People.Key("c-3"), Token);
        var ended = await path.EraseAsync(People.Subject());

        Assert.Equal((ErasureState.Done, 3), (ended.State, ended.Receipt!.Conversations));
        Assert.Empty(ended.Receipt.Proof!.Findings);
        Assert.DoesNotContain(path.Tables.Dump(), entry => Holds(entry.Row, People.Erased)
            || Holds(entry.Row, People.Key("c-1")) || Holds(entry.Row, People.Key("c-2")) || Holds(entry.Row, People.Key("c-4")));
        var after = await path.Transcripts.ReadAsync(People.Key("c-3"), Token);
        Assert.Equal(before!.Messages.Select(message => message.Text), after!.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task The_receipt_counts_what_was_erased_names_nobody_and_holds_a_hash_over_itself()
    {
        await using var path = await People.WorldAsync();
        var rows = path.Tables.Dump().Count(entry => entry.Table == TableNames.Conversations && entry.Row.PartitionKey != People.Key("c-3"));
        var receipt = (await path.EraseAsync(People.Subject("Camille Durand"))).Receipt!;

        Assert.Equal(rows, receipt.Items["conversation"]);
        Assert.True(receipt.Items["index"] >= 3);
        Assert.Equal(("camille", "Administrator", 1), (receipt.RequestedBy, receipt.Role, receipt.Proof!.Identifiers));
        Assert.True(receipt.IsIntact);
        Assert.False((receipt with { Conversations = 2 }).IsIntact);
        Assert.Equal(32, Assert.Single(receipt.Subjects).Length);
        var stored = TableText.Of(path.Tables, TableNames.Protection);
        Assert.DoesNotContain(People.Erased, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("c-1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Durand", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_at_any_write_leaves_an_erasure_that_comes_to_the_same_end()
    {
        await using var clean = await People.WorldAsync();
        var expected = await clean.EraseAsync(People.Subject());
        var left = Left(clean);
        var writes = 0;
        for (var crash = 1; ; crash += 3)
        {
            await using var path = await People.WorldAsync();
            var asked = await path.Service<ErasureLedger>().RequestAsync(People.Subject(), "camille", "Administrator", Token);
            writes = 0;
            var died = false;
            path.Tables.BeforeApply = (_, _) => (died, _) = ++writes == crash ? throw new IOException("The process died here.") : (died, 0);
            ErasureStatus? ended = null;
            while (ended is not { Ended: true })
            {
                try
                {
                    ended = await path.Service<Eraser>().RunAsync(asked.Id, Token);
                    path.Clock.Advance(TimeSpan.FromMinutes(1));
                }
                catch (IOException)
                {
                    died = true;
                }
            }

            path.Tables.BeforeApply = null;
            Assert.Equal((ErasureState.Done, crash), (ended.State, crash));
            Assert.Equal((left, crash), (Left(path), crash));
            Assert.Equal(expected.Receipt!.Items, ended.Receipt!.Items);
            if (!died)
            {
                Assert.True(crash > 20, "The erasure wrote next to nothing.");
                return;
            }
        }
    }

    [Fact]
    public async Task What_waits_on_the_bus_or_is_told_again_does_not_bring_it_back()
    {
        await using var path = await People.WorldAsync();
        var script = ReplayScript.Write(
            People.Conversation(People.Erased, "Camille", "Bonjour, ma box clignote rouge depuis hier", "Je regarde.", "Merci beaucoup"), "c-1", WholePath.Start);

        // Waits before the erasure, runs after it.
        path.ForgetIds();
        await path.PostNowAsync(script[0] with { WebhookId = "again-1" });
        await path.EraseAsync(People.Subject());
        await path.DrainAsync();
        path.ForgetIds();
        foreach (var webhook in script)
        {
            await path.PostNowAsync(webhook with { WebhookId = webhook.WebhookId + "-later" });
            await path.DrainAsync();
        }

        Assert.Null(await path.Transcripts.ReadAsync(People.Key("c-1"), Token));
        Assert.DoesNotContain(path.Tables.Dump(), entry => Holds(entry.Row, People.Erased));
    }

    [Fact]
    public async Task What_the_person_writes_afterwards_is_a_new_beginning()
    {
        await using var path = await People.WorldAsync();
        await path.EraseAsync(People.Subject());
        path.ForgetIds();
        var later = path.Clock.GetUtcNow() - WholePath.Start + TimeSpan.FromMinutes(1);
        await path.PlayAsync(People.Conversation(People.Erased, "Camille", "Bonjour, c'est encore moi"), "c-1", close: false, after: later);

        var transcript = await path.Transcripts.ReadAsync(People.Key("c-1"), Token);
        Assert.Equal("Bonjour, c'est encore moi", Assert.Single(transcript!.Messages).Text);
    }

    [Fact]
    public async Task A_place_with_an_advisor_is_given_back()
    {
        await using var path = await People.WorldAsync();
        var loads = path.Service<IAdvisorLoads>();
        Assert.Contains(await loads.ReadAsync(Token), load => load.Conversations.Contains(People.Key("c-4")));
        await path.EraseAsync(People.Subject());
        Assert.DoesNotContain(await path.Service<AdvisorDirectory>().ReadAsync(Token), advisor => advisor.Holds(People.Key("c-4")));
    }

    [Fact]
    public async Task Dead_letters_go_and_those_of_others_stay()
    {
        var letters = new FakeDeadLetters();
        letters.Add("captured", 7, "{}"u8.ToArray());
        letters.Add("captured", 8, "{}"u8.ToArray(), People.Key("c-1"));
        letters.Add("conversations/store", 9, "{}"u8.ToArray(), People.Key("c-4"));
        await using var path = await People.WorldAsync(services => services.AddSingleton<IDeadLetters>(letters));
        var receipt = (await path.EraseAsync(People.Subject())).Receipt!;
        Assert.Equal([7], letters.Left);
        Assert.Equal((2, 1L), (receipt.Items["bus"], receipt.Proof!.DeadLetters));
    }

    [Fact]
    public async Task Of_readings_the_fact_stays_and_what_was_read_does_not()
    {
        await using var path = await People.WorldAsync();
        var at = path.Clock.GetUtcNow();
        var row = AuditRows.AtPlace(People.Key("c-1"), at, 1, "nadia", new Dictionary<string, object>
        {
            ["Name"] = "nadia", ["Role"] = "Advisor", ["Place"] = People.Key("c-1"), ["Endpoint"] = "Conversation", ["ReadAt"] = at,
        });
        foreach (var one in new[] { row, AuditRows.OnDay(row)! })
        {
            await path.Tables.ApplyAsync(TableNames.Audit, one.PartitionKey, [new TableChange.Insert(one)], Token);
        }

        var ended = await path.EraseAsync(People.Subject());
        Assert.Equal(ErasureState.Done, ended.State);
        var audit = path.Tables.Dump().Where(entry => entry.Table == TableNames.Audit).Select(entry => entry.Row).ToArray();
        Assert.Equal(2, audit.Length);
        Assert.All(audit, reading => Assert.Equal(("nadia", true), (reading.Text("Name"), reading.Text("Place")!.StartsWith("erased~", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_person_on_hold_is_not_erased_and_a_conversation_on_hold_is_left_out()
    {
        await using var path = await People.WorldAsync();
        var holds = path.Service<LegalHolds>();
        var hold = new LegalHold { Reason = "dispute-1", At = path.Clock.GetUtcNow(), Platform = "generic", CustomerId = People.Erased };
        await holds.PutAsync(hold, Token);
        var refused = await path.EraseAsync(People.Subject());
        Assert.Equal((ErasureState.Held, "dispute-1", 0), (refused.State, Assert.Single(refused.Receipt!.Holds), refused.Receipt.Conversations));
        Assert.NotNull(await path.Transcripts.ReadAsync(People.Key("c-1"), Token));

        await holds.RemoveAsync("generic", People.Erased, Token);
        await holds.PutAsync(new LegalHold { Reason = "dispute-2", At = hold.At, Conversation = People.Key("c-2") }, Token);
        var partly = await path.EraseAsync(People.Subject());
        Assert.Equal((ErasureState.Done, 2, "dispute-2"), (partly.State, partly.Receipt!.Conversations, Assert.Single(partly.Receipt.Holds)));
        Assert.True(partly.Receipt.Proof!.HeldRows > 0);
        Assert.NotNull(await path.Transcripts.ReadAsync(People.Key("c-2"), Token));
    }

    [Fact]
    public async Task A_conversation_that_no_index_leads_to_is_found_by_the_proof_and_erased_too()
    {
        await using var path = await People.WorldAsync();
        foreach (var row in path.Tables.Dump().Where(entry => entry.Table == TableNames.Transcripts && Holds(entry.Row, People.Key("c-2"))).ToArray())
        {
            await path.Tables.ApplyAsync(TableNames.Transcripts, row.Row.PartitionKey, [new TableChange.Delete(row.Row.RowKey)], Token);
        }

        var ended = await path.EraseAsync(People.Subject());
        Assert.Equal((ErasureState.Done, 3), (ended.State, ended.Receipt!.Conversations));
    }

    [Fact]
    public async Task What_no_store_answers_for_is_said_and_never_erased_by_a_name()
    {
        await using var path = await People.WorldAsync();
        await path.PlayAsync(
            People.Conversation(People.Other, "Louis", "Ma voisine Élodie DELACROIX a la même box"), "c-9", after: TimeSpan.FromHours(4));
        path.Clock.Advance(TimeSpan.FromMinutes(1));
        await path.Tables.ApplyAsync(
            TableNames.Settings, "notes", [new TableChange.Insert(new("notes", "1", new Dictionary<string, object> { ["Text"] = "elodie de-la-croix" }))], Token);

        var ended = await path.EraseAsync(People.Subject("Élodie Delacroix"));
        Assert.Equal(ErasureState.Incomplete, ended.State);
        Assert.Contains(new ProofFinding(TableNames.Settings, "identifier", 1), ended.Receipt!.Proof!.Findings);
        Assert.NotNull(await path.Transcripts.ReadAsync(People.Key("c-9"), Token));
    }

    [Fact]
    public async Task Asked_for_twice_it_runs_once()
    {
        await using var path = await People.WorldAsync();
        var ledger = path.Service<ErasureLedger>();
        var first = await ledger.RequestAsync(People.Subject(), "camille", "Administrator", Token);
        path.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(first.Id, (await ledger.RequestAsync(People.Subject(), "louis", "Administrator", Token)).Id);
        await path.RunToEndAsync(first.Id);
        var again = await path.EraseAsync(People.Subject());
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal((ErasureState.Done, 0), (again.State, again.Receipt!.Conversations));
        Assert.Equal([again.Id, first.Id], (await ledger.ListAsync(10, null, Token)).Select(status => status.Id));
        Assert.Equal([first.Id], (await ledger.ListAsync(10, again.Id, Token)).Select(status => status.Id));
    }

    private static bool Holds(TableRow row, string text) =>
        row.PartitionKey.Contains(text, StringComparison.Ordinal) || row.RowKey.Contains(text, StringComparison.Ordinal)
        || row.Properties.Values.OfType<string>().Any(value => value.Contains(text, StringComparison.Ordinal));

    // All that an erasure leaves but its own times.
    private static string Left(WholePath path) => TableText.Of(path.Tables, [.. TableNames.All.Where(table => table != TableNames.Protection)]);
}
