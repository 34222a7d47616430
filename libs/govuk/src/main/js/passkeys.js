// form[hidden][data-diogel-passkey="use" | "make"]: asks the browser for a passkey, or to make one, and
// sends what it answers in the form's field "answer". Everything the browser is told stands in the
// form's data attributes: challenge, rp, origin, and for a new one rp-name, user, user-name, user-label.
// known: the ids of passkeys there are, parted by spaces. Texts: elsewhere, failed.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (form) =>
  (form.dataset.known ?? "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));

function use(form) {
  return navigator.credentials.get({
    publicKey: {
      challenge: bytes(form.dataset.challenge),
      rpId: form.dataset.rp,
      userVerification: "required",
      allowCredentials: known(form),
    },
  });
}

function make(form) {
  return navigator.credentials.create({
    publicKey: {
      challenge: bytes(form.dataset.challenge),
      rp: { id: form.dataset.rp, name: form.dataset.rpName },
      user: {
        id: bytes(form.dataset.user),
        // Whoever joins may still be typing her address.
        name: form.querySelector("input[type=email]")?.value || form.dataset.userName || form.dataset.userLabel,
        displayName: form.dataset.userLabel,
      },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      excludeCredentials: known(form),
    },
  });
}

function answer(credential) {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    if (response.userHandle) said.userHandle = text(response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: said,
    clientExtensionResults: {},
  });
}

for (const form of document.querySelectorAll("form[data-diogel-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  const status = document.createElement("p");
  status.className = "govuk-body";
  status.setAttribute("role", "status");
  form.append(status);
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    // The language switch is a button of the form, too.
    if (event.submitter?.name === "lang") return;
    // Nothing is made before the rest can be used: what is missing is said by the page sent back.
    if ([...form.querySelectorAll("input.govuk-input")].some((input) => !input.value.trim())) return;
    event.preventDefault();
    status.textContent = "";
    if (location.origin !== form.dataset.origin) {
      status.textContent = form.dataset.elsewhere;
      return;
    }
    try {
      const credential = await (form.dataset.diogelPasskey === "make" ? make(form) : use(form));
      form.elements.answer.value = answer(credential);
    } catch {
      status.textContent = form.dataset.failed;
      return;
    }
    form.submit();
  });
}
