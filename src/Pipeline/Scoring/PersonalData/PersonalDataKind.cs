namespace Pipeline.Scoring.PersonalData;

/// <summary>The kinds of personal data that are masked. The placeholder of a kind is its name in capitals: <c>[PHONE_1]</c>.</summary>
public static class PersonalDataKind
{
    /// <summary>A postal address: the whole line, with its postcode and town.</summary>
    public const string Address = "address";

    /// <summary>The number of a payment card, or its security code.</summary>
    public const string Card = "card";

    /// <summary>The number of a contract, a policy, an account or a customer.</summary>
    public const string ContractNumber = "contract_number";

    /// <summary>A date of birth.</summary>
    public const string DateOfBirth = "date_of_birth";

    /// <summary>An e-mail address.</summary>
    public const string Email = "email";

    /// <summary>An international bank account number.</summary>
    public const string Iban = "iban";

    /// <summary>An IP address, version 4 or 6.</summary>
    public const string Ip = "ip";

    /// <summary>The name of a person.</summary>
    public const string Name = "name";

    /// <summary>The British National Insurance number.</summary>
    public const string NiNumber = "ni_number";

    /// <summary>The French social security number.</summary>
    public const string Nir = "nir";

    /// <summary>The number of an order, an invoice, a return, a parcel, a ticket or a case.</summary>
    public const string OrderNumber = "order_number";

    /// <summary>A telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>A postcode outside an address.</summary>
    public const string PostalCode = "postal_code";

    /// <summary>The French number of a business or its establishment (SIREN, SIRET): of a sole trader it is personal.</summary>
    public const string Siret = "siret";
}
