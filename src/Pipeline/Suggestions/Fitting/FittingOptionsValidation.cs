using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>Finds settings of channels, brands, contacts and gestures that no reply could follow; each message names the setting.</summary>
internal static class FittingOptionsValidation
{
    /// <summary>With fewer characters hardly a sentence fits; more than platforms take are a slip of the keyboard.</summary>
    private const int LeastLength = 60;

    private const int MostLength = 20_000;

    private const int LongestSignature = 200;

    private static readonly string[] SignatureSlots = [PhraseSlots.AdvisorFirstName, PhraseSlots.Brand];

    public static IEnumerable<string> ProblemsOf(SuggestionOptions options) =>
        [.. OfChannels(options), .. OfBrands(options), .. OfNumbers(options), .. OfHosts(options), .. OfGestures(options)];

    private static IEnumerable<string> OfChannels(SuggestionOptions options)
    {
        foreach (var (channel, profile) in options.Channels)
        {
            if (profile.MaxLength is < LeastLength or > MostLength)
            {
                yield return $"Suggestions:Channels:{channel}:MaxLength is {profile.MaxLength}; it must be {LeastLength} to {MostLength}.";
            }

            if (profile.MobileMaxLength is < LeastLength or > MostLength)
            {
                yield return $"Suggestions:Channels:{channel}:MobileMaxLength is {profile.MobileMaxLength}; "
                    + $"it must be {LeastLength} to {MostLength}.";
            }

            if (!Enum.IsDefined(profile.Formality))
            {
                yield return $"Suggestions:Channels:{channel}:Formality must be {string.Join(", ", Enum.GetNames<Formality>())}.";
            }
        }
    }

    private static IEnumerable<string> OfBrands(SuggestionOptions options)
    {
        foreach (var (brand, voice) in options.Brands)
        {
            if (!Enum.IsDefined(voice.Address))
            {
                yield return $"Suggestions:Brands:{brand}:Address must be {string.Join(", ", Enum.GetNames<Address>())}.";
            }

            var rest = SignatureSlots.Aggregate(voice.Signature, (text, slot) => text.Replace($"{{{slot}}}", "", StringComparison.Ordinal));
            if (voice.Signature.Length > LongestSignature || rest.AsSpan().IndexOfAny('{', '}') >= 0)
            {
                yield return $"Suggestions:Brands:{brand}:Signature must have at most {LongestSignature} characters and no slots "
                    + $"but {{{string.Join("} and {", SignatureSlots)}}}.";
            }
        }
    }

    private static IEnumerable<string> OfNumbers(SuggestionOptions options)
    {
        var numbers = options.Contacts.Numbers;
        for (var place = 0; place < numbers.Count; place++)
        {
            var digits = SpokenNumbers.Digits(numbers[place].Number);
            if (digits.Length is < 2 or > 15)
            {
                yield return $"Suggestions:Contacts:Numbers:{place}:Number must have 2 to 15 digits.";
            }

            foreach (var (language, price) in numbers[place].Prices)
            {
                if (string.IsNullOrWhiteSpace(price))
                {
                    yield return $"Suggestions:Contacts:Numbers:{place}:Prices:{language} must be a price.";
                }
            }
        }
    }

    private static IEnumerable<string> OfHosts(SuggestionOptions options) =>
        from entry in options.Contacts.LinkHosts
        from host in entry.Value.Select((name, place) => (name, place))
        where Uri.CheckHostName(host.name) != UriHostNameType.Dns || !host.name.Contains('.', StringComparison.Ordinal)
        select $"Suggestions:Contacts:LinkHosts:{entry.Key}:{host.place} must be the name of a host, such as shop.example.org.";

    private static IEnumerable<string> OfGestures(SuggestionOptions options)
    {
        foreach (var (brand, limits) in options.Gestures)
        {
            foreach (var (intent, limit) in limits)
            {
                if (limit.Amount < 0)
                {
                    yield return $"Suggestions:Gestures:{brand}:{intent}:Amount must be 0 or more.";
                }

                if (limit.Currency is not ("€" or "£" or "$"))
                {
                    yield return $"Suggestions:Gestures:{brand}:{intent}:Currency must be €, £ or $.";
                }

                if (string.IsNullOrWhiteSpace(limit.Source))
                {
                    yield return $"Suggestions:Gestures:{brand}:{intent}:Source must say who allows it.";
                }
            }
        }
    }
}
