namespace Pipeline.Ports;

/// <summary>Knows through which account the outcomes of another go.</summary>
public interface IOutletAccounts
{
    /// <summary>The platform and account that outcomes of an account go to: another one that its settings name, or itself.</summary>
    /// <param name="platform">The platform of the conversation.</param>
    /// <param name="account">Its account, as configured.</param>
    (string Platform, string Account) OutletOf(string platform, string account);
}
