using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring;

public sealed class ScoreStageTests
{
    private static readonly CareAnalyzer Local = new();

    [Fact]
    public async Task A_customers_message_is_masked_and_analysed()
    {
        var result = await RunAsync(Message("Je suis furieux, rappelez-moi au 06 39 98 12 34"));
        Assert.Equal("Je suis furieux, rappelez-moi au [PHONE_1]", result.Text);
        Assert.Equal(["phone"], result.Masked);
        Assert.Equal(Emotion.Anger, result.Analysis!.DominantEmotion);
        Assert.Contains("wants_human", result.Analysis.Signals);
        Assert.False(result.Analysis.Degraded);
    }

    [Theory]
    [InlineData(SenderRole.Advisor)]
    [InlineData(SenderRole.Bot)]
    [InlineData(SenderRole.System)]
    [InlineData(SenderRole.Unknown)]
    public async Task Nobody_else_is_analysed_but_everybody_is_masked(SenderRole role)
    {
        var result = await RunAsync(Message("je suis furieux, mon mail est a@example.org") with { Sender = new(role) });
        Assert.Null(result.Analysis);
        Assert.Equal("je suis furieux, mon mail est [EMAIL_1]", result.Text);
    }

    [Theory]
    [InlineData(MessageKind.Close)]
    [InlineData(MessageKind.Deletion)]
    [InlineData(MessageKind.Rating)]
    public async Task Only_what_was_written_is_analysed(MessageKind kind) =>
        Assert.Null((await RunAsync(Message("merci beaucoup") with { Kind = kind })).Analysis);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("\u200B")]
    public async Task A_text_without_words_is_not_analysed_and_goes_on(string text) =>
        Assert.Null((await RunAsync(Message(text))).Analysis);

    [Fact]
    public async Task An_edit_is_analysed_like_a_message() =>
        Assert.NotNull((await RunAsync(Message("merci") with { Kind = MessageKind.Edit, TargetMessageId = "m0" })).Analysis);

    [Fact]
    public async Task The_name_of_a_file_is_masked_with_the_numbers_of_the_text()
    {
        Attachment[] files = [new("facture 06 39 98 12 34.pdf", "application/pdf", 12), new("a@example.org", null, null)];
        var message = Message("mon mail : a@example.org") with { Attachments = files };
        var result = await RunAsync(message);
        Assert.Equal(["facture [PHONE_1].pdf", "[EMAIL_1]"], result.Attachments.Select(file => file.Name));
        Assert.Equal(12, result.Attachments[0].Bytes);
    }

    [Fact]
    public async Task A_value_keeps_its_placeholder_through_its_conversation_and_has_another_in_the_next()
    {
        PersonalDataMasker[] instances = [Keyed("a key"), Keyed("a key")];
        var first = await RunAsync(Message("mon numéro : 06 39 98 12 34"), masker: instances[0]);
        var later = await RunAsync(Message("je répète, +33 6 39 98 12 34, pas le 06 39 98 12 35"), masker: instances[1]);
        var other = Message("mon numéro : 06 39 98 12 34");
        other = other with { Conversation = other.Conversation with { Key = "generic~a~2" } };

        var phone = first.Text["mon numéro : ".Length..];
        Assert.StartsWith("[PHONE_", phone, StringComparison.Ordinal);
        Assert.StartsWith($"je répète, {phone}, pas le [PHONE_", later.Text, StringComparison.Ordinal);
        Assert.Equal(2, later.Text.Split([' ', ',']).Where(word => word.StartsWith("[PHONE_", StringComparison.Ordinal)).Distinct().Count());
        Assert.NotEqual(first.Text, (await RunAsync(other, masker: instances[0])).Text);
        Assert.NotEqual(first.Text, (await RunAsync(Message("mon numéro : 06 39 98 12 34"), masker: Keyed("another key"))).Text);
    }

    [Fact]
    public async Task The_analyser_gets_the_masked_text_and_the_hint()
    {
        var analyzer = new FakeAnalyzer((text, hint, _) => ValueTask.FromResult(Local.Analyze(text, hint)));
        await RunAsync(Message("mon mail : a@example.org"), analyzer);
        Assert.Equal(("mon mail : [EMAIL_1]", "fr"), analyzer.Last);
    }

    [Fact]
    public async Task An_analyser_that_fails_is_stood_in_for()
    {
        var result = await RunAsync(Message("je suis furieux"), new FakeAnalyzer((_, _, _) => throw new HttpRequestException("429")));
        Assert.True(result.Analysis!.Degraded);
        Assert.Equal(new CareAnalyzer().Scorer, result.Analysis.Scorer);
        Assert.Equal(Emotion.Anger, result.Analysis.DominantEmotion);
    }

    [Fact]
    public async Task A_stage_that_is_stopped_does_not_pretend_to_have_an_answer()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource<TextAnalysis>();
        var running = RunAsync(Message("je suis furieux"), new FakeAnalyzer((_, _, _) => new(never.Task)), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_analyser_that_the_host_brings_is_guarded_whenever_it_is_registered(bool before)
    {
        var failing = new FakeAnalyzer((_, _, _) => throw new HttpRequestException("503"));
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        _ = before ? services.AddSingleton<ITextAnalyzer>(failing).AddScoring() : services.AddScoring().AddSingleton<ITextAnalyzer>(failing);
        await using var host = services.BuildServiceProvider();

        var result = await host.GetRequiredService<ScoreStage>().RunAsync(Message("merci"), TestContext.Current.CancellationToken);

        var analysis = Assert.Single(Assert.IsType<StageResult<MessageAnalyzed>.GoOn>(result).Messages).Analysis;
        Assert.Equal(("merci", true, new CareAnalyzer().Scorer), (failing.Last.Text, analysis!.Degraded, analysis.Scorer));
    }

    [Fact]
    public async Task Without_another_the_local_analyser_is_the_chosen_one()
    {
        await using var host = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddScoring().BuildServiceProvider();

        var result = await host.GetRequiredService<ScoreStage>().RunAsync(Message("merci"), TestContext.Current.CancellationToken);

        Assert.False(Assert.Single(Assert.IsType<StageResult<MessageAnalyzed>.GoOn>(result).Messages).Analysis!.Degraded);
    }

    private static MessageCaptured Message(string text) => new()
    {
        Conversation = new() { Key = "generic~a~1", Platform = "generic", Account = "a", Id = "1", LanguageHint = "fr" },
        MessageId = "m1",
        Kind = MessageKind.Message,
        Sender = new(SenderRole.Customer, "c1"),
        SentAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Text = text,
    };

    private static PersonalDataMasker Keyed(string key) => new(new PersonalDataOptions { PlaceholderKey = key });

    private static async Task<MessageAnalyzed> RunAsync(
        MessageCaptured message, ITextAnalyzer? analyzer = null, CancellationToken? stop = null, PersonalDataMasker? masker = null)
    {
        using var guarded = new GuardedAnalyzer(
            analyzer ?? Local, Local, Options.Create(new ScoringOptions()), TimeProvider.System, NullLogger<GuardedAnalyzer>.Instance);
        var stage = new ScoreStage(guarded, masker ?? new PersonalDataMasker());
        var result = await stage.RunAsync(message, stop ?? TestContext.Current.CancellationToken);
        return Assert.Single(Assert.IsType<StageResult<MessageAnalyzed>.GoOn>(result).Messages);
    }

    private sealed class FakeAnalyzer(Func<string, string?, CancellationToken, ValueTask<TextAnalysis>> analyze) : ITextAnalyzer
    {
        public (string Text, string? Hint) Last { get; private set; }

        public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
        {
            Last = (text, languageHint);
            return analyze(text, languageHint, cancellationToken);
        }
    }
}
