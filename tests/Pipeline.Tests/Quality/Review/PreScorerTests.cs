using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.PreScoring;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Suggestions.Linting;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Quality.Review;

public sealed class PreScorerTests
{
    // c: the customer, C: the customer displeased, a: the advisor; seconds before the colon.
    [Theory]
    [InlineData("greeting", "yes", "0c:ma box est en panne", "20a:Bonjour, je regarde cela avec vous.")]
    [InlineData("greeting", "no", "0c:ma box est en panne", "20a:Redémarrez la box.", "60a:Et dites-moi.")]
    [InlineData("greeting", "na", "0c:ma box est en panne")]
    [InlineData("closing", "yes", "0c:merci, au revoir", "20a:Avec plaisir, bonne journée !")]
    [InlineData("closing", "no", "0c:ma box ?", "10a:C'est réparé.", "20c:parfait, bonne journée", "40a:ok")]
    [InlineData("closing", "na", "0c:ma box ?", "10a:C'est réparé.")]
    [InlineData("answered", "yes", "0c:quand passe le technicien ?", "20a:Il passe mardi matin.")]
    [InlineData("answered", "no", "0c:quand passe le technicien ?", "20a:Un instant, je vérifie.", "60c:d'accord")]
    [InlineData("answered", "yes", "0c:quand passe le technicien ?", "20a:Un instant, je vérifie.", "60c:d'accord", "90a:Il passe mardi.")]
    [InlineData("answered", "na", "0c:ma box clignote", "20a:Bonjour")]
    [InlineData("known_slot", "no", "0c:commande [ORDER_NUMBER_1]", "20a:Quel est votre numéro de commande ?")]
    [InlineData("known_slot", "yes", "0c:commande [ORDER_NUMBER_1]", "20a:Merci, je regarde.")]
    [InlineData("known_slot", "na", "0c:bonjour", "20a:Quel est votre numéro de commande ?")]
    [InlineData("acknowledgement", "yes", "0C:trois semaines sans internet", "20a:Je suis désolée, je comprends que ce soit pénible.")]
    [InlineData("acknowledgement", "no", "0C:trois semaines sans internet", "20a:Quelle est votre adresse ?")]
    [InlineData("acknowledgement", "na", "0c:bonjour", "20a:Bonjour")]
    [InlineData("explanation", "yes", "0c:je veux un rdv demain", "20a:Ce n'est malheureusement pas possible, car aucun technicien n'est libre.")]
    [InlineData("explanation", "no", "0c:je veux un rdv demain", "20a:Ce n'est malheureusement pas possible.")]
    [InlineData("explanation", "na", "0c:je veux un rdv demain", "20a:C'est noté pour demain.")]
    [InlineData("promise", "no", "0c:et ma commande", "20a:Je vérifie et je reviens vers vous.", "60c:merci")]
    [InlineData("promise", "yes", "0c:et ma commande", "20a:Je vérifie et je reviens vers vous.", "90a:Voici : elle part demain.")]
    [InlineData("promise", "na", "0c:et ma commande", "20a:Elle part demain.")]
    [InlineData("blank_slot", "no", "0c:bonjour", "20a:Bonjour {first_name}, un instant.")]
    [InlineData("blank_slot", "yes", "0c:bonjour", "20a:Bonjour Camille")]
    [InlineData("response_wait", "no", "0c:bonjour", "20a:Bonjour", "30c:ma box ?", "400a:Voilà.")]
    [InlineData("response_wait", "yes", "0c:bonjour", "20a:Quelques minutes, je vérifie.", "30c:d'accord", "400a:Voilà.")]
    [InlineData("response_wait", "yes", "0c:bonjour", "300a:Bonjour", "310c:ma box ?", "400a:Voilà.")]
    [InlineData("response_wait", "na", "0c:bonjour", "300a:Bonjour")]
    [InlineData("tone", "no", "0c:ça ne marche pas", "20a:Vous auriez dû lire la notice.")]
    [InlineData("tone", "yes", "0c:ça ne marche pas", "20a:Je m'en occupe.")]
    [InlineData("personal_data", "no", "0c:je n'ai plus accès", "20a:Pouvez-vous me donner votre mot de passe ?")]
    [InlineData("personal_data", "yes", "0c:je n'ai plus accès", "20a:Ne donnez jamais votre mot de passe ; cliquez sur mot de passe oublié.")]
    public async Task A_rule_proposes(string rule, string expected, params string[] said)
    {
        var proposal = (await ProposeAsync("fr", rule, said))[0];

        Assert.Equal(expected, proposal.Answer?.Word);
        Assert.All(proposal.Reasons, reason => Assert.True(reason.French.Length > 0 && reason.English.Length > 0));
    }

    [Theory]
    [InlineData("greeting", "yes", "0c:my router is down", "20a:Good morning, let me look.")]
    [InlineData("greeting", "no", "0c:my router is down", "20a:Restart it.")]
    [InlineData("closing", "yes", "0c:thanks, bye", "20a:Have a great day!")]
    [InlineData("acknowledgement", "yes", "0C:three weeks offline", "20a:I'm so sorry, that must be exhausting.")]
    [InlineData("explanation", "no", "0c:tomorrow please", "20a:Unfortunately we can't do that.")]
    [InlineData("known_slot", "no", "0c:it is [EMAIL_1]", "20a:Could you confirm your email address?")]
    [InlineData("personal_data", "no", "0c:locked out", "20a:Please send me your password.")]
    [InlineData("promise", "no", "0c:my order?", "20a:Let me check, I'll be right back.")]
    public async Task A_rule_proposes_in_English(string rule, string expected, params string[] said) =>
        Assert.Equal(expected, (await ProposeAsync("en", rule, said))[0].Answer?.Word);

    [Fact]
    public async Task The_reason_names_the_message_and_the_words()
    {
        var reason = Assert.Single((await ProposeAsync("fr", "personal_data", ["0c:bonjour", "20a:Donnez-moi votre mot de passe."]))[0].Reasons);

        Assert.Equal("m-20", Assert.Single(reason.MessageIds));
        Assert.Equal("mot de passe", reason.Words);
    }

    [Fact]
    public async Task What_was_written_while_leaving_the_frame_on_purpose_is_evidence_against_nobody()
    {
        string[] said = ["0c:je veux un rdv demain", "20a:Ce n'est malheureusement pas possible."];
        var marked = (await ProposeAsync("fr", "explanation", said, deviationAt: 25))[0];
        Assert.Equal("na", marked.Answer!.Word);
        Assert.Contains("cadre", Assert.Single(marked.Reasons).French, StringComparison.Ordinal);

        Assert.Equal("no", (await ProposeAsync("fr", "explanation", said, deviationAt: 4000))[0].Answer!.Word);
    }

    [Theory]
    [InlineData("fr", "Calmez-vous.", "calmez vous")]
    [InlineData("fr", "Vous êtes ridicule.", "ridicule")]
    [InlineData("en", "You are an idiot.", "idiot")]
    [InlineData("fr", "La panne est pénible, je m'en occupe.", null)]
    [InlineData("en", "Sorry about that, I am on it.", null)]
    public void Words_that_hurt_are_found_and_others_are_not(string language, string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], new ToneReading().Lapses(text, language).Take(1));

    private static async Task<IReadOnlyList<PreScore>> ProposeAsync(string language, string rule, string[] said, int? deviationAt = null)
    {
        var recorder = new Recorder();
        foreach (var line in said)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var second = int.Parse(line.AsSpan(0, colon - 1), System.Globalization.CultureInfo.InvariantCulture);
            var text = line[(colon + 1)..];
            var message = line[colon - 1] == 'a' ? Said.Advisor(second, text) : Said.Customer(second, text, line[colon - 1] == 'C' ? -0.7 : 0);
            await recorder.RecordAsync(message with { Analysis = message.Analysis is { } analysis ? analysis with { Language = language } : null });
        }

        var cancel = TestContext.Current.CancellationToken;
        if (deviationAt is { } at)
        {
            var entry = new FeedbackEntry
            {
                Id = "f-1", Kind = FeedbackKind.HorsCadre, At = Said.Start.AddSeconds(at), Reason = FeedbackReason.ExceptionalCase,
            };
            var row = entry.ToRow(Said.Conversation.Key);
            await recorder.Tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [new TableChange.Upsert(row)], cancel);
        }

        var record = (await recorder.Reader.ReadRecordAsync(Said.Conversation.Key, cancel))!;
        var card = ScorecardSeed.Read()[0] with
        {
            Sections =
            [
                new()
                {
                    Id = "only", French = "?", English = "?", Weight = 100,
                    Questions = [new() { Id = "q", French = "?", English = "?", Kind = QuestionKind.YesNo, PreScore = rule }],
                },
            ],
        };
        return new PreScorer(new ToneReading()).Propose(card, record);
    }
}
