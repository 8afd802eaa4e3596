using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Linting;

namespace Pipeline.Tests.Suggestions;

/// <summary>Each rule on labelled examples of both languages: what it must find, and what is near to that and right.</summary>
public sealed class LintTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly LintPolicy Policy = new()
    {
        Brands = ["boreal", "lumo"],
        Channels = ["web", "app", "whatsapp"],
        Links = new Dictionary<string, IReadOnlyCollection<string>> { ["boreal"] = ["tracking"] },
        Numbers = new Dictionary<string, AllowedNumber>
        {
            ["3976"] = new(["fraud_security"], null),
            ["0899123456"] = new(["billing_question"], "0,38 €/min"),
        },
    };

    [Theory]
    [InlineData("condescending", "fr", "Comme je vous l'ai déjà dit, la box redémarre.")]
    [InlineData("condescending", "fr", "C'est pourtant simple : débranchez la box.")]
    [InlineData("condescending", "fr", "Calmez-vous, je regarde.")]
    [InlineData("condescending", "fr", "Vous auriez dû vérifier le câble.")]
    [InlineData("condescending", "en", "As I told you, the router restarts.")]
    [InlineData("condescending", "en", "Obviously, the cable is loose.")]
    [InlineData("condescending", "en", "You should have checked the cable first.")]
    [InlineData("hard-sell", "fr", "Profitez-en, c'est le moment ou jamais !")]
    [InlineData("hard-sell", "fr", "Ne manquez pas notre offre exceptionnelle.")]
    [InlineData("hard-sell", "en", "Upgrade now, while stocks last!")]
    [InlineData("hard-sell", "en", "It's a limited time offer.")]
    [InlineData("phone", "fr", "Appelez-nous, ce sera plus rapide.")]
    [InlineData("phone", "fr", "Vous pouvez joindre l'équipe au 01 23 45 67 89.")]
    [InlineData("phone", "fr", "Le 3976 vous répond.")]
    [InlineData("phone", "en", "Please give us a call.")]
    [InlineData("phone", "en", "The team is on +44 20 7946 0000.")]
    [InlineData("placeholder", "fr", "Bonjour [prénom], je regarde.")]
    [InlineData("placeholder", "fr", "Cela fait XX euros.")]
    [InlineData("placeholder", "en", "Hello <name>, I'm looking.")]
    [InlineData("placeholder", "en", "It will be there on ____.")]
    public void What_a_phrase_must_not_say_is_found(string rule, string language, string text) =>
        Assert.Contains(Check(Make(text, language)), finding => finding.Rule == rule && finding.Severity == LintSeverity.Error);

    [Theory]
    [InlineData("fr", "Vous auriez dû recevoir un e-mail hier, je regarde pourquoi il n'est pas parti.")]
    [InlineData("fr", "Vous n'avez rien fait de travers.")]
    [InlineData("fr", "Je vous rappelle votre numéro de dossier dans un instant.")]
    [InlineData("fr", "Profitez bien de la soirée !")]
    [InlineData("fr", "Vous pouvez de nouveau appeler.")]
    [InlineData("fr", "Faites bloquer la carte par votre banque.")]
    [InlineData("fr", "Attendez 30 minutes, puis testez avec 3 appareils.")]
    [InlineData("fr", "Le numéro IMEI a 15 chiffres.")]
    [InlineData("fr", "La mise à jour du 02/03/2026 corrige cela.")]
    [InlineData("en", "You should have received an e-mail yesterday; I'm finding out why you didn't.")]
    [InlineData("en", "You can make calls again.")]
    [InlineData("en", "Please ring your bank first to have the card blocked.")]
    [InlineData("en", "There's no hurry at all.")]
    [InlineData("en", "A quick call to someone you like would make a good test.")]
    [InlineData("en", "The update of 2026-03-02 puts that right.")]
    public void What_is_only_near_to_that_is_left_alone(string language, string text) => Assert.DoesNotContain(Check(Make(text, language)), finding => Grave(finding));

    [Theory]
    [InlineData("Le 3976 vous répond.", "fraud_security", false)]
    [InlineData("Le 3976 vous répond.", "outage", true)]
    [InlineData("Appelez le 0899123456 (0,38 €/min).", "billing_question", false)]
    [InlineData("Appelez le 08 99 12 34 56.", "billing_question", true)]
    public void A_number_may_be_named_only_for_its_situations_and_with_its_price(string text, string intent, bool found) =>
        Assert.Equal(found, Check(Make(text, intent: intent)).Any(finding => finding.Rule == "phone"));

    [Theory]
    [InlineData("fr", "Le retour du colis est gratuit.", "Le retour du colis coûte 5,90 €.", true)]
    [InlineData("fr", "L'échange en boutique est possible.", "L'échange en boutique n'est pas possible.", true)]
    [InlineData("fr", "Le remboursement arrive sous 10 jours.", "Le remboursement arrive sous quatorze jours.", true)]
    [InlineData("fr", "Le remboursement arrive sous 10 jours.", "Le remboursement arrive sous dix jours.", false)]
    [InlineData("fr", "Le retour est gratuit en boutique.", "La livraison express coûte 5,90 €.", false)]
    [InlineData("fr", "La box redémarre en 3 minutes.", "Le décodeur télé se met à jour en 10 minutes.", false)]
    [InlineData("en", "Returning the parcel is free of charge.", "Returning the parcel costs £4.", true)]
    [InlineData("en", "An exchange in the shop is possible.", "An exchange in the shop is not possible.", true)]
    [InlineData("en", "The refund takes 5 days.", "The refund takes ten days.", true)]
    [InlineData("en", "The refund takes 5 days.", "The refund takes five days.", false)]
    [InlineData("en", "An exchange in the shop is possible.", "A repair at home isn't possible.", false)]
    public void Two_phrases_that_deny_each_other_are_found(string language, string one, string other, bool found)
    {
        var findings = Check(Make(one, language, id: "x-1", intent: "refund"), Make(other, language, id: "x-2", intent: "refund"));
        Assert.Equal(found, findings.Any(finding => finding is { Rule: "contradictory", Id: "x-2", Other: "x-1" }));
    }

    [Fact]
    public void Two_brands_or_two_situations_may_say_different_things()
    {
        const string One = "Le retour du colis est gratuit.";
        const string Other = "Le retour du colis coûte 5,90 €.";
        Assert.DoesNotContain(
            Check(Make(One, id: "x-1", brand: "boreal", intent: "refund"), Make(Other, id: "x-2", brand: "lumo", intent: "refund")),
            finding => finding.Rule == "contradictory");
        Assert.DoesNotContain(
            Check(Make(One, id: "x-1", intent: "refund"), Make(Other, id: "x-2", intent: "return_exchange")),
            finding => finding.Rule == "contradictory");
    }

    [Theory]
    [InlineData("fr", "Je regarde votre ligne et je reviens vers vous.", "Je regarde votre ligne, puis je reviens vers vous !", true)]
    [InlineData("fr", "Je regarde votre ligne et je reviens vers vous.", "Je regarde votre facture du mois et je reviens avec le détail.", false)]
    [InlineData("en", "Unplug the router, wait a minute and plug it in again.", "Please unplug the router, wait one minute, then plug it in again.", true)]
    [InlineData("en", "Unplug the router, wait a minute and plug it in again.", "Unplug the TV box and tell me what the screen shows.", false)]
    public void Two_phrases_that_say_nearly_the_same_are_found(string language, string one, string other, bool found) => Assert.Equal(
        found,
        Check(Make(one, language, id: "x-1"), Make(other, language, id: "x-2")).Any(finding => finding is { Rule: "near-duplicate", Id: "x-2", Other: "x-1" }));

    [Fact]
    public void A_phrase_that_cannot_be_reached_is_an_error_and_one_that_half_can_a_warning()
    {
        Assert.Equal(LintSeverity.Error, Single("unreachable", Make("Oui.", intent: "teleportation")));
        Assert.Equal(LintSeverity.Error, Single("unreachable", Make("Oui.", brand: "orange")));
        Assert.Equal(LintSeverity.Error, Single("unreachable", Make("Oui.", channel: "fax")));
        Assert.Equal(LintSeverity.Warning, Single("unreachable", Make("Oui.", intent: "outage,teleportation")));
        Assert.Equal(LintSeverity.Warning, Single("unreachable", Make("Oui.", validUntil: new(2026, 3, 1))));
        Assert.DoesNotContain(Check(Make("Oui.", intent: "outage", brand: "Lumo", channel: "web", validUntil: Today)), finding => finding.Rule == "unreachable");
    }

    [Fact]
    public void A_link_that_a_brand_has_no_address_for_is_told_by_brand()
    {
        Assert.Equal(["lumo: {link:tracking}"], Of("link-missing", Make("Suivez-le ici : {link:tracking}")));
        Assert.Equal([], Of("link-missing", Make("Suivez-le ici : {link:tracking}", brand: "boreal")));
        Assert.Equal(["boreal: {link:esim}"], Of("link-missing", Make("Voyez {link:esim}", brand: "boreal")));
    }

    [Fact]
    public void A_phrase_too_long_for_one_of_its_channels_is_told_by_channel()
    {
        Assert.Equal(["app: 301 > 300"], Of("too-long", Make(new string('a', 301))));
        Assert.Equal([], Of("too-long", Make(new string('a', 301), channel: "web")));
        Assert.Equal([], Of("too-long", Make(new string('a', 300))));
    }

    [Fact]
    public void A_counterpart_that_is_not_there_and_a_situation_of_one_language_are_told()
    {
        var alone = Make("Oui.", id: "x-1", intent: "outage");
        Assert.Equal(LintSeverity.Warning, Single("translation-missing", alone));
        Assert.Equal(LintSeverity.Error, Single("translation-missing", Make("Oui.", counterpart: "en-none")));
        Assert.Empty(Of("translation-missing", alone, Make("Yes.", "en", "x-2", "outage")));
        Assert.Empty(Of("translation-missing", Make("Oui.", id: "x-1", counterpart: "x-2"), Make("Yes.", "en", "x-2", counterpart: "x-1")));
    }

    [Fact]
    public void What_nobody_sent_in_thirty_days_is_told_where_uses_are_counted()
    {
        Phrase[] phrases = [Make("Oui.", id: "x-1", age: 30), Make("Non.", id: "x-2", age: 29), Make("Peut-être.", id: "x-3", age: 90)];
        Assert.Equal(["x-1"], Unused(new Dictionary<string, int> { ["x-3"] = 2 }));
        Assert.Empty(Unused(null));

        IEnumerable<string> Unused(Dictionary<string, int>? uses) => LintRules.Check(new LintSubject(phrases, Policy, Today, uses))
            .Where(finding => finding.Rule == "never-used").Select(finding => finding.Id);
    }

    [Fact]
    public void Every_rule_explains_itself_in_both_languages()
    {
        Assert.Equal(LintRules.All.Count, LintRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(LintRules.All, rule => Assert.True(rule.French.Length > 40 && rule.English.Length > 40 && rule.French != rule.English, rule.Id));
    }

    [Fact]
    public void The_programs_own_phrases_are_clean_of_errors()
    {
        var links = Policy.Brands.ToDictionary(brand => brand, _ => (IReadOnlyCollection<string>)[]);
        var findings = LintRules.Check(new LintSubject(PhraseSeed.Phrases(), Policy with { Links = links }, Today));
        foreach (var finding in findings.Where(finding => finding.Rule != "link-missing"))
        {
            output.WriteLine(finding.ToString());
        }

        Assert.DoesNotContain(findings, finding => Grave(finding));
    }

    private static bool Grave(LintFinding finding) => finding.Severity == LintSeverity.Error;

    private static IReadOnlyList<LintFinding> Check(params Phrase[] phrases) => LintRules.Check(new LintSubject(phrases, Policy, Today));

    private static IEnumerable<string?> Of(string rule, params Phrase[] phrases) =>
        Check(phrases).Where(finding => finding.Rule == rule).Select(finding => finding.Found);

    private static LintSeverity Single(string rule, Phrase phrase) => Assert.Single(Check(phrase), finding => finding.Rule == rule).Severity;

    private static Phrase Make(
        string text,
        string language = "fr",
        string id = "x-1",
        string intent = "",
        string brand = "",
        string channel = "",
        string? counterpart = null,
        DateOnly? validUntil = null,
        int age = 0) => new(
        new()
        {
            Id = id,
            Language = language,
            Category = "explanation",
            Tone = "neutral",
            Text = text,
            Intents = intent.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Brands = brand.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Channels = channel.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Counterpart = counterpart,
            ValidUntil = validUntil,
            Author = "nadia",
            ApprovedBy = "karim",
            ChangedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddDays(-age),
        },
        "test");
}
