using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Linting;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>What the rules for good phrases find in the library, against the brands and links of this deployment.</summary>
public static class LintEndpoint
{
    // The brand of conversations that have none: nobody writes phrases for it.
    private const string NoBrand = "default";

    /// <summary>Every finding, and what each rule means.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "LintPhrases") is { } refusal)
        {
            return refusal;
        }

        if (new QueryReader(request.Query).Problem is { } problem)
        {
            return problem;
        }

        var services = request.HttpContext.RequestServices;
        var editor = services.GetRequiredService<LibraryEditor<PhraseDraft, Phrase>>();
        List<Phrase> phrases = [];
        foreach (var language in PhraseWords.Languages)
        {
            phrases.AddRange((await editor.ListAsync(language, cancellationToken))
                .Select(text => text.Newest).Where(phrase => phrase.Written.Status != EditingStatus.Retired));
        }

        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return new JsonAnswer<LintAnswer>(
            new(
                LintRules.Check(new LintSubject(phrases, Policy(services), today)),
                [.. LintRules.All.Select(rule => new LintRuleAnswer(rule.Id, rule.French, rule.English))]),
            WebJson.Default.LintAnswer);
    }

    private static LintPolicy Policy(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<SuggestionOptions>>().Value;
        var accounts = services.GetRequiredService<PlatformAccounts>().All;
        var policy = new LintPolicy();
        return policy with
        {
            Brands = [.. accounts.Select(account => account.Brand).Concat(options.Links.Keys).Concat(options.BrandNames.Keys)
                .Where(brand => brand != NoBrand).Distinct(StringComparer.OrdinalIgnoreCase)],
            Channels = [.. accounts.Select(account => account.Channel).Concat(policy.MaxLengths.Keys).Distinct(StringComparer.OrdinalIgnoreCase)],
            Links = options.Links.ToDictionary(brand => brand.Key, brand => (IReadOnlyCollection<string>)[.. brand.Value.Keys]),
        };
    }
}
