using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Fitting;

/// <summary>
/// Which numbers, links and names of brands a text may hold. It judges the text alone, so it serves phrases, articles, earlier replies and
/// drafts alike.
/// </summary>
public static class ContactPolicy
{
    /// <summary>
    /// Words that send the customer to the telephone, or bring it to them: the customer chose to write. "Call settings" and "vous pouvez de
    /// nouveau appeler" are none.
    /// </summary>
    private static readonly string[] Invitations =
    [
        "appelez", "rappelez", "telephonez", "composez", "par telephone", "nous appeler", "nous telephoner", "nous joindre au", "joignez nous",
        "en appelant", "de vive voix", "vous appeler", "vous appelle", "vous rappeler", "vous rappelle", "preferez un appel",
        "call us", "phone us", "ring us", "call our", "call the", "give us a call", "give us a ring", "by phone", "over the phone",
        "by telephone", "call you", "ring you", "phone you", "call me", "dial", "calling us", "prefer a call",
    ];

    /// <summary>"Je vous rappelle que" reminds.</summary>
    private static readonly string[] Reminders = ["vous rappelle que", "vous rappeler que", "rappelez vous"];

    /// <summary>What the text breaks; nothing when it may be said.</summary>
    public static IReadOnlyList<PolicyViolation> Violations(string text, ContactSituation situation, SuggestionOptions options)
    {
        var contacts = options.Contacts;
        var violations = new List<PolicyViolation>();
        var links = SpokenLinks.In(text);
        violations.AddRange(links
            .Where(link => !IsOwnHost(link.Host, situation.Brand, options))
            .Select(link => new PolicyViolation("link_host", link.Host)));

        // Digits of an address are no telephone number.
        var plain = links.Aggregate(text, (rest, link) => rest.Replace(link.Text, new string(' ', link.Text.Length), StringComparison.Ordinal));
        var numbers = SpokenNumbers.In(plain, contacts.Numbers);
        if (!contacts.PhoneChannels.Contains(situation.Channel, StringComparer.OrdinalIgnoreCase))
        {
            violations.AddRange(numbers.Select(number => new PolicyViolation("phone_not_allowed", number.Digits)));
            violations.AddRange(InvitationIn(text) is { } invitation ? [new PolicyViolation("call_not_allowed", invitation)] : []);
        }
        else
        {
            violations.AddRange(numbers.SelectMany(number => OfNumber(number, plain, situation, contacts)));
        }

        violations.AddRange(options.BrandNames
            .Where(name => !name.Key.Equals(situation.Brand, StringComparison.OrdinalIgnoreCase)
                && IsNamed(text, name.Value, situation.Brand, options))
            .Select(name => new PolicyViolation("other_brand", name.Value)));
        return violations;
    }

    private static IEnumerable<PolicyViolation> OfNumber(
        SpokenNumber number, string text, ContactSituation situation, ContactOptions contacts)
    {
        var listed = contacts.Numbers.Where(known => SpokenNumbers.Digits(known.Number) == number.Digits).ToArray();
        var own = Array.Find(listed, known => known.Brand.Equals(situation.Brand, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(listed, known => known.Brand.Length == 0);
        if (own is null)
        {
            yield return new(listed.Length > 0 ? "number_of_another_brand" : "number_not_listed", number.Digits);
            yield break;
        }

        if (own.Intents.Count > 0 && (situation.Intent is null || !own.Intents.Contains(situation.Intent, StringComparer.Ordinal)))
        {
            yield return new("number_not_for_this_situation", number.Digits);
        }

        var hasPrice = own.Prices.TryGetValue(situation.Language, out var price) && IsFollowedBy(text.AsSpan(number.End), price);
        if (own.Prices.Count > 0 && !hasPrice)
        {
            yield return new("price_missing", number.Digits);
        }
    }

    private static bool IsFollowedBy(ReadOnlySpan<char> text, string price) =>
        text.TrimStart(" \u00A0\u202F(,:-–").ToString().Replace('\u00A0', ' ').Replace('\u202F', ' ')
            .StartsWith(price.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.OrdinalIgnoreCase);

    private static string? InvitationIn(string text)
    {
        var words = Reminders.Aggregate(
            $" {TextTokens.FoldedWords(text)} ", (rest, reminder) => rest.Replace($" {reminder} ", " ", StringComparison.Ordinal));
        return Array.Find(Invitations, invitation => words.Contains($" {invitation} ", StringComparison.Ordinal));
    }

    private static bool IsOwnHost(string host, string brand, SuggestionOptions options) =>
        (options.Links.TryGetValue(brand, out var links) && links.Values.Any(address =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)))
        || (options.Contacts.LinkHosts.TryGetValue(brand, out var hosts) && hosts.Exists(own =>
            host.Equals(own, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a text names another brand, as a whole word and in its own spelling; a name that is part of this brand's is none.</summary>
    private static bool IsNamed(string text, string name, string brand, SuggestionOptions options)
    {
        if (options.BrandNames.TryGetValue(brand, out var own) && own.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
