namespace SlaMonitor.Mails.Board;

/// <summary>Why somebody is asked to sign in.</summary>
public enum SignInState
{
    /// <summary>They have not signed in yet.</summary>
    Asked,

    /// <summary>They had, and it is over.</summary>
    Expired,

    /// <summary>What they entered is no key of the monitor.</summary>
    Wrong,

    /// <summary>They have signed out.</summary>
    Out,

    /// <summary>They are signed in, and may not do what they asked for.</summary>
    NotAllowed,
}
