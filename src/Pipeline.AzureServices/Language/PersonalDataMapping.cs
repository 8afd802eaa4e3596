using Azure.AI.TextAnalytics;
using Pipeline.Messages;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.AzureServices.Language;

/// <summary>
/// Which of the service's findings are masked, and as what. Its categories that are no personal data to us, such as organisations, dates and
/// quantities, are left: an order's date and a price are what the conversation is about.
/// </summary>
internal static class PersonalDataMapping
{
    /// <summary>Below this confidence (0 to 1) a finding is left: masking words that are none hides what the customer said.</summary>
    private const double LeastConfidence = 0.8;

    /// <summary>The spans to mask.</summary>
    public static IReadOnlyList<PersonalDataSpan> Of(IEnumerable<PiiEntity> entities) =>
    [
        .. from entity in entities
           where entity.ConfidenceScore >= LeastConfidence
           let kind = Kind(entity.Category.ToString())
           where kind is not null
           select new PersonalDataSpan(kind, entity.Offset, entity.Length),
    ];

    private static string? Kind(string category) => category switch
    {
        "Person" => PersonalDataKind.Name,
        "PhoneNumber" => PersonalDataKind.Phone,
        "Address" => PersonalDataKind.Address,
        "Email" => PersonalDataKind.Email,
        "IPAddress" => PersonalDataKind.Ip,
        "CreditCardNumber" => PersonalDataKind.Card,
        "InternationalBankingAccountNumber" => PersonalDataKind.Iban,
        "FRSocialSecurityNumber" => PersonalDataKind.Nir,
        _ => null,
    };
}
