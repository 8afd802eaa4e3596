using System.Globalization;

namespace Pipeline.Scoring.PersonalData;

/// <summary>The check digits of numbers.</summary>
internal static class CheckDigits
{
    /// <summary>Luhn's sum modulo 10 over the digits of a card (ISO/IEC 7812-1, annex B).</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[digits.Length - 1 - index] - '0';
            sum += index % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 7064 modulo 97 over an IBAN (ISO 13616): four characters moved to the end, letters as 10 to 35, remainder 1.</summary>
    public static bool IsIban(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var index = 0; index < iban.Length; index++)
        {
            var character = iban[(index + 4) % iban.Length];
            remainder = char.IsAsciiDigit(character)
                ? ((remainder * 10) + character - '0') % 97
                : ((remainder * 100) + char.ToUpperInvariant(character) - 'A' + 10) % 97;
        }

        return remainder == 1;
    }

    /// <summary>
    /// The key of the French social security number: 97 less the number modulo 97; Corsica's 2A and 2B count as 19 and 18.
    /// </summary>
    /// <param name="nir">Thirteen characters and the two of the key.</param>
    public static bool IsNir(ReadOnlySpan<char> nir)
    {
        Span<char> number = stackalloc char[13];
        nir[..13].CopyTo(number);
        if (!char.IsAsciiDigit(number[6]))
        {
            (number[5], number[6]) = ('1', number[6] is 'a' or 'A' ? '9' : '8');
        }

        var key = int.Parse(nir[13..15], CultureInfo.InvariantCulture);
        return key == 97 - (long.Parse(number, CultureInfo.InvariantCulture) % 97);
    }
}
