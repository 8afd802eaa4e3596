using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Capture;
using Pipeline.Flow;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Sqlite;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Protection;

/// <summary>The embedded storage as it lies on the disk: after an erasure and a compaction, no byte of a person is in any file.</summary>
public sealed class DataFolderTests
{
    // Names, ids and spellings that masking leaves or may leave; none of them occurs elsewhere.
    private static readonly string[] Planted =
    [
        "customer-77031", "Zéphyrine", "zephyrine", "Quenneville", "q u e n n e v i l l e", "06 12-34.56 78", "zephyrine.quenneville",
        "facture-quenneville", "c-erased",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_byte_of_an_erased_person_is_left_in_any_file_of_the_folder()
    {
        using var scratch = new ScratchFolder();
        var clock = new FakeClock(WholePath.Start);
        await using (var services = Services(scratch.Path, clock))
        {
            foreach (var seed in services.GetServices<ISeed>())
            {
                await seed.PlantAsync(Token);
            }

            await PlantAsync(services, clock);
            using (var before = scratch.Copy())
            {
                Assert.NotEmpty(Found(before.Path));
            }

            var ledger = services.GetRequiredService<ErasureLedger>();
            var asked = await ledger.RequestAsync(
                new ErasureSubject
                {
                    Customers = [new CustomerId("generic", "customer-77031")],
                    Identifiers = ["+33612345678", "Zéphyrine Quenneville", "zephyrine.quenneville@example.org"],
                },
                "camille",
                "Administrator",
                Token);
            ErasureStatus? status;
            do
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                status = await services.GetRequiredService<Eraser>().RunAsync(asked.Id, Token);
            }
            while (status is { Ended: false });
            Assert.Equal((ErasureState.Done, 1), (status!.State, status.Receipt!.Conversations));
            Assert.True(status.Receipt.Items["bus"] >= 1, "The dead letter was not counted.");

            var files = await services.GetRequiredService<IStorageCompaction>().CompactAsync(Token);
            Assert.Equal(["bus.db", "tables.db"], files.Select(file => file.Name).Order(StringComparer.Ordinal));
            using var compacted = scratch.Copy();
            Assert.Empty(Found(compacted.Path));

            // The other conversation, and the storage, go on.
            Assert.NotNull(await services.GetRequiredService<ITranscripts>().ReadAsync(People.Key("c-kept"), Token));
            await PlayAsync(services, clock, People.Conversation(People.Other, "Louis", "Et encore une question"), "c-next");
            Assert.NotNull(await services.GetRequiredService<ITranscripts>().ReadAsync(People.Key("c-next"), Token));
        }

        Assert.Empty(Found(scratch.Path));
        await using var again = Services(scratch.Path, clock);
        Assert.NotNull(await again.GetRequiredService<ITranscripts>().ReadAsync(People.Key("c-next"), Token));
    }

    private static async Task PlantAsync(ServiceProvider services, FakeClock clock)
    {
        await PlayAsync(services, clock, People.Conversation(People.Other, "Louis", "Ma fibre est lente", "Je regarde.", "Merci"), "c-kept");
        await PlayAsync(
            services,
            clock,
            People.Conversation(
                "customer-77031",
                "Zéphyrine",
                "Bonjour, ici zephyrine QUENNEVILLE, ma box est en panne depuis hier",
                "Bonjour Zéphyrine, quel est votre numéro ?",
                "06 12-34.56 78 ou zephyrine.quenneville (at) example.org, et q u e n n e v i l l e s'écrit ainsi"),
            "c-erased");
        var reader = services.GetRequiredService<ITranscripts>();
        var answered = (await reader.ReadAsync(People.Key("c-erased"), Token))!.Messages.First(message => message.Suggestions is { Count: > 0 });
        await services.GetRequiredService<FeedbackRecorder>().RecordAsync(
            People.Key("c-erased"),
            new FeedbackGiven("f-1", FeedbackKind.Dismissed, answered.Suggestions![0].Id),
            Token);

        // A file's name, a dead letter with text before masking, and a message that is kept back for an hour.
        var captured = new MessageCaptured
        {
            Conversation = new Conversation
            {
                Key = People.Key("c-erased"), Platform = "generic", Account = "demo", Id = "c-erased", Brand = "boreal", CustomerId = "customer-77031",
            },
            MessageId = "m-file",
            Kind = MessageKind.Message,
            Sender = new Sender(SenderRole.Customer, "customer-77031", "Zéphyrine"),
            SentAt = clock.GetUtcNow(),
            Text = "06 12-34.56 78",
            Attachments = [new Attachment("facture-quenneville.pdf", "application/pdf", 1000)],
        };
        var bus = services.GetRequiredService<SqliteBus>();
        await bus.SendAsync(Entities.Captured, [Envelope.Wrap(captured)], Token);
        await DrainAsync(services);
        await bus.SendAsync(Entities.Captured, [Envelope.Wrap(captured with { MessageId = "m-dead" })], Token);
        var received = Assert.Single(await bus.ReceiveAsync(Entities.Captured, 1, TimeSpan.Zero, Token));
        await bus.SettleAsync(Entities.Captured, [new Settlement.DeadLetter(received.LockToken, "Refused", "For the test.")], Token);
        var later = Envelope.Wrap(captured with { MessageId = "m-later" }) with { ScheduledFor = clock.GetUtcNow().AddHours(1) };
        await bus.SendAsync(Entities.Outcomes, [later], Token);
    }

    private static async Task PlayAsync(ServiceProvider services, FakeClock clock, RecordedConversation conversation, string id)
    {
        clock.Advance(TimeSpan.FromMinutes(2));
        var start = clock.GetUtcNow();
        foreach (var webhook in ReplayScript.Write(conversation, id, start))
        {
            clock.Set(start + webhook.At);
            var request = SignedWebhook.Request(webhook, WholePath.Secret, clock.GetUtcNow());
            Assert.IsType<WebhookReading.Understood>(
                await services.GetRequiredService<WebhookCapture>().ReceiveAsync("generic", "demo", request, Token));
            await DrainAsync(services);
        }
    }

    private static async Task DrainAsync(ServiceProvider services)
    {
        var (bus, runner) = (services.GetRequiredService<SqliteBus>(), services.GetRequiredService<RouteRunner>());
        bool any;
        do
        {
            any = false;
            foreach (var route in ConversationFlow.Routes)
            {
                var batch = await bus.ReceiveAsync(route.Source, 32, TimeSpan.Zero, Token);
                if (batch.Count > 0)
                {
                    any = true;
                    await bus.SettleAsync(route.Source, await runner.RunAsync(route, batch, Token), Token);
                }
            }
        }
        while (any);
    }

    private static ServiceProvider Services(string folder, FakeClock clock) => new ServiceCollection()
        .AddLogging(logging => logging.ClearProviders())
        .AddSingleton<TimeProvider>(clock)
        .AddSqlite(folder, ConversationFlow.Topology)
        .AddPipeline()
        .Configure<TranscriptOptions>(options => options.CustomerHashKey = "a key of the tests")
        .Configure<PlatformOptions>(options =>
        {
            var account = new PlatformAccount { Platform = "generic", Account = "demo" };
            account.Secrets.Add(WholePath.Secret);
            options.Accounts.Add(account);
        })
        .BuildServiceProvider();

    // In every encoding in which a file may hold it: UTF-8, UTF-16, escapes of JSON.
    private static List<string> Found(string folder)
    {
        List<string> found = [];
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            foreach (var text in Planted)
            {
                var escaped = System.Text.Json.JsonSerializer.Serialize(text).Trim('"');
                if (bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0
                    || bytes.IndexOf(Encoding.UTF8.GetBytes(escaped)) >= 0)
                {
                    found.Add($"{Path.GetFileName(file)}: {text}");
                }
            }
        }

        return found;
    }
}
