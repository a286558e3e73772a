/*
 * All words of the article, in three languages. `**…**` is bold, `[…](…)` a link; the names of buttons are those that
 * the widget shows in the same language.
 */

/** @type {Record<string, any>} */
export const texts = {
  en: {
    title: 'How to open a support ticket',
    pageTitle: 'How to open a support ticket – Andina Exchange Help Center',
    pageDescription: 'What to know before you write to our support team, what the form asks, and when we answer.',
    skip: 'Skip to the article',
    brand: 'Andina',
    site: 'Help Center',
    languages: 'Language',
    breadcrumb: 'You are here',
    section: 'Contact us',
    lead: 'Still stuck? Tell our team what happened. It takes about three minutes, and the answer arrives by email within 24 hours.',
    updated: 'Updated November 20, 2026',
    openNow: 'Create a new support ticket',

    beforeHeading: 'Before you start',
    before: [
      '**One ticket for each problem.** A second one about the same problem does not speed things up: it makes you wait longer.',
      '**Use the details of your account.** Write from the email, name and phone you registered with. If they differ, we cannot find your account and cannot help you.',
      '**We answer by email only.** Tickets are not handled by chat or phone. If you do not see our answer, look in your spam folder.',
      '**Keep your secrets to yourself.** We never ask for passwords, verification codes or seed phrases. Leave them out.',
    ],

    stepsHeading: 'Open your ticket',
    steps: [
      'Press **Help** in the corner of any page, or [open the form here](#help-ticket).',
      'Select your **country of residence**: the one your account is registered in.',
      'Enter your **email** and **full name**. You can add a phone number too.',
      'Choose the **type of problem**. Each one has questions of its own: for [a deposit](#help-ticket/deposits), for example, how much and how you sent it.',
      '**Describe the problem** in detail: what you did, when, and what you see now.',
      '**Attach files** if they help: a receipt, a screenshot. The form tells you how many and how large.',
      'Check your answers and press **Send ticket**.',
    ],
    stepsNote: 'Interrupted halfway? The form keeps what you have written: come back to this tab and go on.',

    nextHeading: 'What happens next',
    next: [
      {
        when: 'Right away',
        what: 'You see **Ticket created** and your ticket number. Copy it, or save a copy of what you wrote.',
      },
      {
        when: 'In a few minutes',
        what: 'An email confirms the details of your ticket. Not there? Look in your spam folder.',
      },
      { when: 'Within 24 hours', what: 'Our team answers by email. To add something, reply to that email.' },
    ],

    topicsHeading: 'Know what it is about?',
    topicsIntro: 'Start with the topic already chosen.',
    topics: [
      { href: '#help-ticket/deposits', name: 'Deposits', hint: 'It has not arrived' },
      { href: '#help-ticket/withdrawals', name: 'Withdrawals', hint: 'Taking long, sent back' },
      { href: '#help-ticket/access', name: 'Account access', hint: 'Email, password, codes' },
      { href: '#help-ticket/security', name: 'Security', hint: 'That was not me' },
    ],

    question: 'Did this article help you?',
    yes: 'Yes',
    no: 'No',
    thanks: 'Good to hear. Thank you!',
    sorry:
      'We are sorry. Tell us what is missing in the form: our team sees which article you were reading. No form? Write to [help@andina-exchange.example](mailto:help@andina-exchange.example).',

    demoHeading: 'About this demo',
    demo: 'The exchange is made up. The help button, the tickets and the emails are real.',
    signedIn: 'Signed-in customer',
    signedInHint: 'The page tells the widget who {name} is: two steps fewer.',
    theme: 'Theme',
    themes: { auto: 'System', light: 'Light', dark: 'Dark' },
    inbox: 'Inbox',
    inboxHint: 'the confirmation emails arrive here',
    plain: 'Plain page',
    plainHint: 'an article and a script tag',
    footer: 'Andina Exchange is fictional. Nothing can be bought or sold here.',
    customer: { name: 'Maria da Silva', email: 'maria@example.com', phone: '+55 11 98765-4321', country: 'BR' },
  },

  'pt-BR': {
    title: 'Como abrir um ticket de suporte',
    pageTitle: 'Como abrir um ticket de suporte – Central de Ajuda da Andina Exchange',
    pageDescription: 'O que saber antes de escrever para o suporte, o que o formulário pergunta e quando respondemos.',
    skip: 'Ir para o artigo',
    brand: 'Andina',
    site: 'Central de Ajuda',
    languages: 'Idioma',
    breadcrumb: 'Você está aqui',
    section: 'Fale conosco',
    lead: 'Ainda precisa de ajuda? Conte à nossa equipe o que aconteceu. Leva uns três minutos, e a resposta chega por e-mail em até 24 horas.',
    updated: 'Atualizado em 20 de novembro de 2026',
    openNow: 'Criar um novo ticket de suporte',

    beforeHeading: 'Antes de começar',
    before: [
      '**Um ticket para cada problema.** Um segundo ticket sobre o mesmo assunto não acelera nada: só faz você esperar mais.',
      '**Use os dados da sua conta.** Escreva com o e-mail, o nome e o telefone do seu cadastro. Se forem diferentes, não encontramos sua conta e não conseguimos ajudar.',
      '**Respondemos só por e-mail.** Tickets não são atendidos por chat nem por telefone. Se não vir nossa resposta, procure na pasta de spam.',
      '**Guarde seus segredos.** Nunca pedimos senhas, códigos de verificação nem frases de recuperação. Deixe tudo isso de fora.',
    ],

    stepsHeading: 'Abra seu ticket',
    steps: [
      'Clique em **Ajuda**, no canto de qualquer página, ou [abra o formulário aqui](#help-ticket).',
      'Selecione seu **país de residência**: o que consta no cadastro da sua conta.',
      'Informe seu **e-mail** e seu **nome completo**. Se quiser, inclua um telefone.',
      'Escolha o **tipo de problema**. Cada um tem suas próprias perguntas: para [um depósito](#help-ticket/deposits), por exemplo, o valor e como você enviou.',
      '**Descreva o problema** em detalhes: o que você fez, quando, e o que aparece agora.',
      '**Anexe arquivos** se ajudarem: um comprovante, uma captura de tela. O formulário mostra quantos e de que tamanho.',
      'Confira suas respostas e clique em **Enviar ticket**.',
    ],
    stepsNote: 'Precisou parar no meio? O formulário guarda o que você já escreveu: volte a esta aba e continue.',

    nextHeading: 'O que acontece depois',
    next: [
      {
        when: 'Na hora',
        what: 'Você vê **Ticket criado** e o número do seu ticket. Copie o número ou salve uma cópia do que escreveu.',
      },
      {
        when: 'Em alguns minutos',
        what: 'Um e-mail confirma os dados do ticket. Não chegou? Procure na pasta de spam.',
      },
      {
        when: 'Em até 24 horas',
        what: 'Nossa equipe responde por e-mail. Para acrescentar algo, responda a esse e-mail.',
      },
    ],

    topicsHeading: 'Já sabe qual é o assunto?',
    topicsIntro: 'Comece com ele já escolhido.',
    topics: [
      { href: '#help-ticket/deposits', name: 'Depósitos', hint: 'Não chegou' },
      { href: '#help-ticket/withdrawals', name: 'Saques', hint: 'Demorando, devolvido' },
      { href: '#help-ticket/access', name: 'Acesso à conta', hint: 'E-mail, senha, códigos' },
      { href: '#help-ticket/security', name: 'Segurança', hint: 'Não fui eu' },
    ],

    question: 'Este artigo ajudou você?',
    yes: 'Sim',
    no: 'Não',
    thanks: 'Que bom! Obrigado por contar.',
    sorry:
      'Sentimos muito. Conte no formulário o que faltou: nossa equipe vê qual artigo você estava lendo. O formulário não abriu? Escreva para [help@andina-exchange.example](mailto:help@andina-exchange.example).',

    demoHeading: 'Sobre esta demonstração',
    demo: 'A corretora é inventada. O botão de ajuda, os tickets e os e-mails são de verdade.',
    signedIn: 'Cliente com sessão iniciada',
    signedInHint: 'A página informa ao widget quem é {name}: duas etapas a menos.',
    theme: 'Tema',
    themes: { auto: 'Sistema', light: 'Claro', dark: 'Escuro' },
    inbox: 'Caixa de entrada',
    inboxHint: 'os e-mails de confirmação chegam aqui',
    plain: 'Página simples',
    plainHint: 'um artigo e uma tag script',
    footer: 'A Andina Exchange é fictícia. Nada pode ser comprado nem vendido aqui.',
    customer: { name: 'Maria da Silva', email: 'maria@example.com', phone: '+55 11 98765-4321', country: 'BR' },
  },

  'es-419': {
    title: 'Cómo abrir un ticket de soporte',
    pageTitle: 'Cómo abrir un ticket de soporte – Centro de Ayuda de Andina Exchange',
    pageDescription: 'Qué conviene saber antes de escribir a soporte, qué pregunta el formulario y cuándo respondemos.',
    skip: 'Ir al artículo',
    brand: 'Andina',
    site: 'Centro de Ayuda',
    languages: 'Idioma',
    breadcrumb: 'Estás aquí',
    section: 'Contáctanos',
    lead: '¿Sigues con dudas? Cuéntale a nuestro equipo qué pasó. Toma unos tres minutos y la respuesta llega por correo en menos de 24 horas.',
    updated: 'Actualizado el 20 de noviembre de 2026',
    openNow: 'Crear un nuevo ticket de soporte',

    beforeHeading: 'Antes de empezar',
    before: [
      '**Un ticket por problema.** Un segundo ticket sobre lo mismo no acelera nada: solo te hace esperar más.',
      '**Usa los datos de tu cuenta.** Escribe con el correo, el nombre y el teléfono con los que te registraste. Si no coinciden, no podremos encontrar tu cuenta ni ayudarte.',
      '**Respondemos solo por correo.** Los tickets no se atienden por chat ni por teléfono. Si no ves nuestra respuesta, revisa la carpeta de spam.',
      '**Guarda tus secretos.** Nunca pedimos contraseñas, códigos de verificación ni frases semilla. No los incluyas.',
    ],

    stepsHeading: 'Abre tu ticket',
    steps: [
      'Haz clic en **Ayuda**, en la esquina de cualquier página, o [abre el formulario aquí](#help-ticket).',
      'Selecciona tu **país de residencia**: aquel en el que registraste tu cuenta.',
      'Escribe tu **correo electrónico** y tu **nombre completo**. Si quieres, agrega un teléfono.',
      'Elige el **tipo de problema**. Cada uno tiene sus propias preguntas: para [un depósito](#help-ticket/deposits), por ejemplo, el monto y cómo lo enviaste.',
      '**Describe el problema** en detalle: qué hiciste, cuándo y qué ves ahora.',
      '**Adjunta archivos** si ayudan: un comprobante, una captura de pantalla. El formulario te dice cuántos y de qué tamaño.',
      'Revisa tus respuestas y haz clic en **Enviar ticket**.',
    ],
    stepsNote:
      '¿Tuviste que parar a la mitad? El formulario conserva lo que escribiste: vuelve a esta pestaña y sigue.',

    nextHeading: 'Qué pasa después',
    next: [
      {
        when: 'Al instante',
        what: 'Ves **Ticket creado** y tu número de ticket. Cópialo o guarda una copia de lo que escribiste.',
      },
      {
        when: 'En unos minutos',
        what: 'Un correo confirma los datos de tu ticket. ¿No llegó? Revisa la carpeta de spam.',
      },
      {
        when: 'En menos de 24 horas',
        what: 'Nuestro equipo responde por correo. Para agregar algo, responde a ese mensaje.',
      },
    ],

    topicsHeading: '¿Ya sabes de qué se trata?',
    topicsIntro: 'Empieza con el tema ya elegido.',
    topics: [
      { href: '#help-ticket/deposits', name: 'Depósitos', hint: 'No llegó' },
      { href: '#help-ticket/withdrawals', name: 'Retiros', hint: 'Tarda o fue devuelto' },
      { href: '#help-ticket/access', name: 'Acceso a la cuenta', hint: 'Correo, contraseña, códigos' },
      { href: '#help-ticket/security', name: 'Seguridad', hint: 'No fui yo' },
    ],

    question: '¿Te sirvió este artículo?',
    yes: 'Sí',
    no: 'No',
    thanks: '¡Qué bueno! Gracias por contarnos.',
    sorry:
      'Lo sentimos. Cuéntanos en el formulario qué faltó: nuestro equipo ve qué artículo estabas leyendo. ¿No se abrió? Escribe a [help@andina-exchange.example](mailto:help@andina-exchange.example).',

    demoHeading: 'Sobre esta demostración',
    demo: 'La plataforma es inventada. El botón de ayuda, los tickets y los correos son de verdad.',
    signedIn: 'Cliente con sesión iniciada',
    signedInHint: 'La página le dice al widget quién es {name}: dos pasos menos.',
    theme: 'Tema',
    themes: { auto: 'Sistema', light: 'Claro', dark: 'Oscuro' },
    inbox: 'Bandeja de entrada',
    inboxHint: 'aquí llegan los correos de confirmación',
    plain: 'Página sencilla',
    plainHint: 'un artículo y una etiqueta script',
    footer: 'Andina Exchange es ficticia. Aquí no se puede comprar ni vender nada.',
    customer: { name: 'Sofía Hernández', email: 'sofia@example.com', phone: '+52 55 1234 5678', country: 'MX' },
  },
};
