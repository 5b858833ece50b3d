namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// What a caller must present. The local host knows <see cref="Anonymous"/>, <see cref="Function"/> and <see cref="Admin"/>.
/// </summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
